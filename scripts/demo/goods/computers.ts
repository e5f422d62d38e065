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
			"Eight years of updates, promised in writing. | 书面承诺八年更新。",
			"The battery comes out with a coin. | 用一枚硬币就能取出电池。",
			"Two SIM cards and a slot for memory. | 双卡，另有存储卡槽。",
			"A display that is readable in the sun. | 阳光下看得清的屏幕。",
			"Charges to the half in 25 minutes. | 25 分钟充到一半。",
		],
		care: [
			"Screen, battery and socket can be changed at the kitchen table. | 屏幕、电池和接口在餐桌上就能更换。",
			"Send your old phone in the same box; we recycle it. | 用同一个盒子寄回旧手机，我们来回收。",
			"No charger in the box, but a good cable. | 盒中没有充电器，但有一根好线。",
		],
		goods: `
	Orvello Six | The one for most people | orvello | 549 | harbour sage coal | Aluminium and glass
	Takes fine pictures, lasts two days, and can be opened without a heat gun.
	Orvello Six 手机 | 适合大多数人的选择
	照片好，续航两天，不用热风枪就能打开。
	Orvello Six Mini | For one hand | orvello | 499 | blush sky chalk | Aluminium and glass
	Fits the small pocket of your jeans and the thumb reaches every corner.
	Orvello Six Mini 手机 | 单手掌握的小屏
	放得进牛仔裤的小口袋，拇指够得到每个角落。
	Orvello Pro Lens | A camera that makes calls | orvello | 899 | coal plum | Titanium and ceramic
	A large sensor and a real shutter button, for people who see pictures everywhere.
	Orvello Pro Lens 影像手机 | 大底传感器，实体快门
	大传感器和真正的快门键，给处处看见画面的人。
	Orvello Trail | Tough, with a torch | orvello | 429 | forest amber | Rubber and steel
	Survives the building site, the canoe and the toddler; the torch lights a whole barn.
	Orvello Trail 三防手机 | 坚固耐摔，强光手电
	扛得住工地、独木舟和幼童，手电照亮整座谷仓。
	Orvello Lite | All you need, nothing else | orvello |
	279 | teal butter coral | Recycled plastics
	Messages, maps, tickets and a headphone socket, at a price that lets you sleep.
	Orvello Lite 手机 | 够用就好，价格亲民
	消息、地图、车票和耳机孔，价格让人睡得着。
	Orvello Fold | Opens like a paperback | orvello | 1199 | ink lilac | Steel hinge, soft glass
	A page outside, two pages inside, and a hinge that closes without a gap.
	Orvello Fold 折叠屏 | 像翻开一本平装书
	外面一页，里面两页，铰链合上没有缝。
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
			"Eight screws and it is open; the key is inside the lid. | 八颗螺丝就能打开，钥匙在盖内。",
			"A keyboard with real travel. | 键程真实的键盘。",
			"Quiet below half load, and nearly always below it. | 半载以下安静，而几乎总在半载以下。",
			"Ports on both sides, so the cable is never too short. | 两侧都有接口，线永远够长。",
			"A matt display that leaves the window outside. | 哑光屏把窗户留在外面。",
		],
		care: [
			"Memory and disk can grow with you; no glue, no solder. | 内存和硬盘随您增长，没有胶，没有焊。",
			"Comes with the system of your choice, or with none. | 可选系统，也可不装。",
			"Battery at 80 % overnight keeps it young; it does so by itself. | 夜里充到 80 % 让电池保持年轻，它会自己做到。",
		],
		goods: `
	Orvello Book 13 | Light enough to forget | orvello |
	1099 | silver ink blush | Recycled aluminium
	A kilogram that goes to lectures, cafés and the balcony, and is done before its battery.
	Orvello Book 13 笔记本 | 一公斤，轻到忘记
	一公斤，带去课堂、咖啡馆和阳台，你先没电它还有电。
	Orvello Book 16 | A big window to work in | orvello | 1599 | coal silver | Recycled aluminium
	Two pages side by side and the numbers pad where accountants want it.
	Orvello Book 16 笔记本 | 大屏双页，办公利器
	两页并排，数字键盘在会计想要的地方。
	Orvello Forge | For film and 3D | orvello | 2299 | slate coal | Magnesium
	Cuts 8K footage without hiccups and tells the fans only when it must.
	Orvello Forge 创作本 | 剪片建模不卡顿
	剪 8K 素材不打嗝，只在必要时才惊动风扇。
	Orvello School | Takes a fall from the desk | orvello |
	449 | teal coral butter | Rubberised shell
	Edges of rubber, keys that resist crumbs, and a teacher's favourite price.
	Orvello School 学生本 | 抗摔防屑，价格友好
	橡胶包边，键盘抗碎屑，还有老师喜欢的价格。
	Orvello Flip | A tablet when you want one | orvello | 949 | lilac sage | Aluminium
	Turn the display round, take out the pen and sign, draw or read in bed.
	Orvello Flip 翻转本 | 翻转即平板
	翻转屏幕，取出笔，在床上签字、画画或阅读。
	Orvello Base | A calm machine for words | orvello | 649 | harbour oat | Recycled plastics
	Writes, reads, calls and calculates all day, and asks for nothing.
	Orvello Base 笔记本 | 安静好用的文字机
	写作、阅读、通话、计算一整天，别无所求。
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
			"Switches lift out without soldering. | 轴体可热插拔，无需焊接。",
			"Caps of PBT that never turn shiny. | PBT 键帽，永不打油。",
			"Foam inside swallows the clatter. | 内部泡棉吸掉杂音。",
			"Three computers, one key to change. | 三台电脑，一键切换。",
			"Feet for two angles. | 脚撑有两个角度。",
		],
		care: [
			"Turn it over, tap, brush; the caps may go into warm water. | 翻过来，拍一拍，刷一刷，键帽可用温水洗。",
			"Spare caps and switches are sold singly. | 备用键帽和轴体单个出售。",
			"Every key can be moved in the open-source tool. | 每个键都能在开源工具里重新安排。",
		],
		goods: `
	Keywright Sixty-Five | Small board, all arrows | keywright |
	119 | oat ink sage | Aluminium, PBT caps
	Leaves room for the mouse and keeps the arrow keys, which is all that most of us ask.
	Keywright 65 机械键盘 | 小配列，保留方向键
	给鼠标留出地方，又保留方向键，多数人要的不过如此。
	Keywright Novel | For a hundred thousand words | keywright |
	149 | brick forest cocoa | Aluminium, PBT caps
	A heavy frame and a deep stroke, for those who write until the tea is cold.
	Keywright Novel 机械键盘 | 厚重键感，久写不累
	沉重的框架和深键程，给写到茶凉的人。
	Keywright Office | Nobody next door will hear | keywright | 89 | fog slate | Recycled plastics
	Every key is damped twice, so that the open-plan office stays on speaking terms.
	Keywright Office 静音键盘 | 双重消音，邻座无扰
	每个键双重减振，开放式办公室里还能彼此说话。
	Keywright Candy | Colours from a jar | keywright | 99 | blush lilac sky | PBT caps
	Makes a grey desk look like a sweet shop and types better than it looks.
	Keywright Candy 彩色键盘 | 糖果配色，手感更好
	让灰桌子像糖果店，手感比样子更好。
	Keywright Full | With the numbers | keywright | 129 | coal harbour | Aluminium, PBT caps
	The long one, for ledgers and games with too many commands.
	Keywright Full 全尺寸键盘 | 带数字区的长键盘
	最长的一款，给账本和指令太多的游戏。
	Keywright Travel | Thin and foldable | keywright | 79 | teal coral chalk | Recycled plastics
	Folds to the size of a spectacle case and wakes with the tablet.
	Keywright Travel 折叠键盘 | 折起如眼镜盒
	折成眼镜盒大小，随平板一起醒来。
`,
	},
];
