// Phones, laptops and keyboards.
import type { Line } from "../types.ts";

export const computers: Line[] = [
	{
		category: "phones",
		kind: "phone",
		sku: "PHN",
		tags: ["5G", "repairable", "dual SIM"],
		size: {
			name: "Storage",
			values: [
				["128 GB", 1],
				["256 GB", 1.15],
				["512 GB", 1.4],
			],
		},
		attributes: {
			Display: ["6.1 in", "6.4 in", "6.7 in"],
			Waterproof: ["IP54", "IP68"],
			Battery: ["4200 mAh", "5000 mAh"],
		},
		exceptions: {
			"Orvello Six Mini": { Display: "6.1 in" },
			"Orvello Trail": { Waterproof: "IP68" },
			"Orvello Fold": { Display: "6.7 in" },
		},
		facts: [
			"Eight years of updates, promised in writing.",
			"The battery comes out with a coin.",
			"Two SIM cards and a slot for memory.",
			"A display that is readable in the sun.",
			"Charges to the half in 25 minutes.",
		],
		care: [
			"Screen, battery and socket can be changed at the kitchen table.",
			"Send your old phone in the same box; we recycle it.",
			"No charger in the box, but a good cable.",
		],
		goods: `
	Orvello Six | The one for most people | orvello | 549 | harbour sage coal | Aluminium and glass
	Takes fine pictures, lasts two days, and can be opened without a heat gun.
	Orvello Six 手机 | 适合大多数人的选择
	Orvello Six Mini | For one hand | orvello | 499 | blush sky chalk | Aluminium and glass
	Fits the small pocket of your jeans and the thumb reaches every corner.
	Orvello Six Mini 手机 | 单手掌握的小屏
	Orvello Pro Lens | A camera that makes calls | orvello | 899 | coal plum | Titanium and ceramic
	A large sensor and a real shutter button, for people who see pictures everywhere.
	Orvello Pro Lens 影像手机 | 大底传感器，实体快门
	Orvello Trail | Tough, with a torch | orvello | 429 | forest amber | Rubber and steel
	Survives the building site, the canoe and the toddler; the torch lights a whole barn.
	Orvello Trail 三防手机 | 坚固耐摔，强光手电
	Orvello Lite | All you need, nothing else | orvello |
	279 | teal butter coral | Recycled plastics
	Messages, maps, tickets and a headphone socket, at a price that lets you sleep.
	Orvello Lite 手机 | 够用就好，价格亲民
	Orvello Fold | Opens like a paperback | orvello | 1199 | ink lilac | Steel hinge, soft glass
	A page outside, two pages inside, and a hinge that closes without a gap.
	Orvello Fold 折叠屏 | 像翻开一本平装书
`,
	},
	{
		category: "laptops",
		kind: "laptop",
		sku: "LAP",
		tags: ["repairable", "work", "study"],
		size: {
			name: "Memory",
			values: [
				["16 GB", 1],
				["32 GB", 1.2],
				["64 GB", 1.5],
			],
		},
		attributes: {
			Display: ["13 in", "14 in", "16 in"],
			Storage: ["512 GB", "1 TB", "2 TB"],
			"Battery life": ["12 h", "16 h", "20 h"],
		},
		exceptions: {
			"Orvello Book 13": { Display: "13 in" },
			"Orvello Book 16": { Display: "16 in" },
		},
		facts: [
			"Eight screws and it is open; the key is inside the lid.",
			"A keyboard with real travel.",
			"Quiet below half load, and nearly always below it.",
			"Ports on both sides, so the cable is never too short.",
			"A matt display that leaves the window outside.",
		],
		care: [
			"Memory and disk can grow with you; no glue, no solder.",
			"Comes with the system of your choice, or with none.",
			"Battery at 80 % overnight keeps it young; it does so by itself.",
		],
		goods: `
	Orvello Book 13 | Light enough to forget | orvello |
	1099 | silver ink blush | Recycled aluminium
	A kilogram that goes to lectures, cafés and the balcony, and is done before its battery.
	Orvello Book 13 笔记本 | 一公斤，轻到忘记
	Orvello Book 16 | A big window to work in | orvello | 1599 | coal silver | Recycled aluminium
	Two pages side by side and the numbers pad where accountants want it.
	Orvello Book 16 笔记本 | 大屏双页，办公利器
	Orvello Forge | For film and 3D | orvello | 2299 | slate coal | Magnesium
	Cuts 8K footage without hiccups and tells the fans only when it must.
	Orvello Forge 创作本 | 剪片建模不卡顿
	Orvello School | Takes a fall from the desk | orvello |
	449 | teal coral butter | Rubberised shell
	Edges of rubber, keys that resist crumbs, and a teacher's favourite price.
	Orvello School 学生本 | 抗摔防屑，价格友好
	Orvello Flip | A tablet when you want one | orvello | 949 | lilac sage | Aluminium
	Turn the display round, take out the pen and sign, draw or read in bed.
	Orvello Flip 翻转本 | 翻转即平板
	Orvello Base | A calm machine for words | orvello | 649 | harbour oat | Recycled plastics
	Writes, reads, calls and calculates all day, and asks for nothing.
	Orvello Base 笔记本 | 安静好用的文字机
`,
	},
	{
		category: "keyboards",
		kind: "keyboard",
		sku: "KEY",
		tags: ["work", "wireless", "mechanical"],
		size: {
			name: "Switches",
			values: [
				["Quiet", 1],
				["Tactile", 1],
				["Linear", 1.05],
			],
		},
		attributes: {
			Layout: ["65 %", "75 %", "Full size"],
			Connection: ["USB-C", "Bluetooth and USB-C"],
			Backlight: ["White", "None"],
		},
		exceptions: {
			"Keywright Sixty-Five": { Layout: "65 %" },
			"Keywright Full": { Layout: "Full size" },
		},
		facts: [
			"Switches lift out without soldering.",
			"Caps of PBT that never turn shiny.",
			"Foam inside swallows the clatter.",
			"Three computers, one key to change.",
			"Feet for two angles.",
		],
		care: [
			"Turn it over, tap, brush; the caps may go into warm water.",
			"Spare caps and switches are sold singly.",
			"Every key can be moved in the open-source tool.",
		],
		goods: `
	Keywright Sixty-Five | Small board, all arrows | keywright |
	119 | oat ink sage | Aluminium, PBT caps
	Leaves room for the mouse and keeps the arrow keys, which is all that most of us ask.
	Keywright 65 机械键盘 | 小配列，保留方向键
	Keywright Novel | For a hundred thousand words | keywright |
	149 | brick forest cocoa | Aluminium, PBT caps
	A heavy frame and a deep stroke, for those who write until the tea is cold.
	Keywright Novel 机械键盘 | 厚重键感，久写不累
	Keywright Office | Nobody next door will hear | keywright | 89 | fog slate | Recycled plastics
	Every key is damped twice, so that the open-plan office stays on speaking terms.
	Keywright Office 静音键盘 | 双重消音，邻座无扰
	Keywright Candy | Colours from a jar | keywright | 99 | blush lilac sky | PBT caps
	Makes a grey desk look like a sweet shop and types better than it looks.
	Keywright Candy 彩色键盘 | 糖果配色，手感更好
	Keywright Full | With the numbers | keywright | 129 | coal harbour | Aluminium, PBT caps
	The long one, for ledgers and games with too many commands.
	Keywright Full 全尺寸键盘 | 带数字区的长键盘
	Keywright Travel | Thin and foldable | keywright | 79 | teal coral chalk | Recycled plastics
	Folds to the size of a spectacle case and wakes with the tablet.
	Keywright Travel 折叠键盘 | 折起如眼镜盒
`,
	},
];
