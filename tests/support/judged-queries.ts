// Real queries over the shared catalogue with what a person would call a good hit.

export interface JudgedQuery {
	q: string;
	/** A good hit's title matches this. */
	title?: RegExp;
	/** A good hit has one of these categories, or the title says the same. */
	category?: RegExp;
	brand?: string;
	/** A hit whose title matches this is bad. */
	not?: RegExp;
	/** How many good hits there must be at the top; 5 when left out. */
	top?: number;
}

const NOTEBOOK = /notebook|laptop|chromebook|netbook|elitebook|thinkpad/i;
const NOTEBOOK_EXTRA =
	/\bcase\b|bag|dock|adapter|sleeve|backpack|lock|memory module|battery|stand|spare|protector|cable|cooler|privacy|drive|keyboard|charger|cart\b/i;

export const JUDGED: readonly JudgedQuery[] = [
	{ q: "laptop", title: NOTEBOOK, not: NOTEBOOK_EXTRA },
	{ q: "laptops", title: NOTEBOOK, not: NOTEBOOK_EXTRA },
	{ q: "notebook", title: NOTEBOOK, not: NOTEBOOK_EXTRA },
	{ q: "lenovo laptop", title: NOTEBOOK, not: NOTEBOOK_EXTRA, brand: "Lenovo" },
	{ q: "hp notebook 15.6", title: /15\.6/, brand: "HP", not: /case|bag/i },
	{ q: "laptop bag", title: /bag|case|sleeve|backpack|topload/i },
	{ q: "laptop docking station", title: /dock|replicator/i },
	{ q: "hp ink cartridge", title: /ink|original/i, brand: "HP", not: /toner|printer\b(?! ink)/i },
	{ q: "epson ink", title: /ink|pack/i, brand: "Epson", not: /^(?!.*ink).*printer/i },
	{ q: "black toner cartridge", title: /toner/i, not: /collector|waste/i },
	{ q: "brother toner", title: /toner|TN-?\d/i, brand: "Brother" },
	{ q: "canon toner", title: /toner|C-EXV|cartridge/i, brand: "Canon" },
	{ q: "kyocera TK-855K", title: /TK-855K/i, top: 1 },
	{ q: "tk855k", title: /TK-855K/i, top: 1 },
	{ q: "tk 855 k", title: /TK-855K/i, top: 1 },
	{ q: "lg tv 55", title: /55"/, brand: "LG", top: 1 },
	{ q: "monitor 27", title: /27/, top: 3 },
	{ q: "monitor", title: /monitor|display|cm \(/i, not: /cable|mount|stand|arm|filter|card/i },
	{ q: "24 inch monitor", title: /2[34](\.\d)?"|24-?in/, not: /cable|paper|printer/i, top: 3 },
	{ q: "usb c cable", title: /usb[ -]?(type[ -]?)?c|type[ -]?c/i, not: /hub/i, top: 3 },
	{
		q: "usb cable",
		title: /usb.*(cable|cord)|(cable|cord).*usb|usb/i,
		not: /hub|card|keyboard/i,
	},
	{ q: "hdmi cable", title: /hdmi/i, not: /splitter|switch|converter/i },
	{ q: "displayport to hdmi adapter", title: /display ?port|\bdp\b/i, top: 3 },
	{ q: "iphone case", title: /iphone|case|cover/i, top: 1 },
	{ q: "ssd 1tb", title: /ssd|solid|1 ?tb|1000 ?gb/i, top: 1 },
	{ q: "hard drive 1tb", title: /1 ?tb|1000 ?gb/i, top: 3 },
	{
		q: "external hard drive",
		title: /external|hard|drive|portable/i,
		not: /case|enclosure|dock/i,
	},
	{ q: "wireless mouse", title: /mouse|mice/i, not: /pad/i, top: 3 },
	{ q: "mouse", title: /mouse|mice/i, not: /pad|mat\b|cable/i },
	{ q: "gaming headset", title: /headset|headphone/i, top: 3 },
	{
		q: "headphones",
		title: /headphone|headset|earphone|earbud/i,
		not: /splitter|adapter|cable/i,
	},
	{ q: "wireless headphones", title: /headphone|headset|earphone/i, not: /cable/i, top: 3 },
	{ q: "nas 4 bay", title: /nas|storage|station|bay/i, top: 1 },
	{ q: "mechanical keyboard", title: /keyboard/i, not: /cover|tray/i },
	{ q: "keyboard", title: /keyboard/i, not: /cover|tray|drawer|cable|kvm/i },
	{ q: "intel core i7", title: /i7/i, brand: "Intel" },
	{ q: "intel processor", title: /intel/i, category: /processor/, brand: "Intel" },
	{ q: "xeon", title: /xeon/i, not: /server barebone|motherboard/i },
	{ q: "motherboard", title: /motherboard|board/i, not: /case/i },
	{ q: "graphics card", title: /graphics|geforce|radeon|quadro|nvidia/i, not: /cable/i },
	{ q: "nvidia quadro", title: /quadro/i },
	{ q: "8gb ram", title: /8 ?gb|8192 ?mb/i, top: 3 },
	{ q: "ddr3 memory", title: /ddr3/i, not: /notebook \w|motherboard|barebone/i },
	{ q: "cat6 patch cable", title: /cat\.? ?6/i },
	{ q: "cat 6 cable 10m", title: /10 ?m\b/i, top: 3 },
	{ q: "blue ethernet cable", title: /blue/i, top: 3 },
	{ q: "fiber optic cable", title: /fib(er|re)/i },
	{ q: "apc smart ups 1500", title: /smart-?ups.*1500|1500/i, brand: "APC", top: 3 },
	{ q: "ups battery", title: /batter|RBC/i },
	{ q: "ups", title: /ups|uninterruptible/i, not: /card|rail|cable|kit/i },
	{ q: "surge protector", title: /surge/i },
	{ q: "power strip", title: /strip|outlet|extension|surge/i },
	{
		q: "printer",
		title: /printer|laserjet|officejet|phaser|multifunctional|deskjet/i,
		not: /cable|cartridge|toner|kit|stand|memory|ribbon|cabinet|case|paper|label tape|server/i,
	},
	{
		q: "label printer",
		title: /label.*printer|printer.*label|labelwriter|labelmanager|ql-/i,
		top: 3,
	},
	{ q: "dymo labels", title: /label/i, brand: "DYMO" },
	{ q: "herma labels a4", title: /labels.*a4/i, brand: "HERMA" },
	{ q: "photo paper", title: /photo.*paper|paper.*photo|photo/i },
	{ q: "projector", title: /projector/i, not: /lamp|mount|screen|lens|bag|case/i },
	{ q: "projector lamp", title: /lamp/i },
	{ q: "canon lens", title: /lens|EF|mm/i, brand: "Canon", not: /cap|hood|case|adapter/i },
	{
		q: "camera",
		title: /camera|eos|powershot|cyber/i,
		not: /cable|battery|bag|case|lens|strap/i,
	},
	{ q: "webcam", title: /webcam|camera/i, top: 2 },
	{ q: "router", title: /router/i, not: /module|antenna/i },
	{ q: "network switch 8 port", title: /8[ -]port|8-?p|switch/i, top: 3 },
	{ q: "wifi adapter", title: /wi-?fi|wireless|wlan/i, top: 3 },
	{ q: "tv", title: /tv\b|television/i, not: /mount|cable|stand|remote/i },
	{ q: "electric shaver", title: /shav|razor/i, top: 2 },
	{ q: "washing machine", title: /wash/i, top: 2 },
	{ q: "kvm switch", title: /kvm/i, not: /^(?!.*switch).*cable/i },
	{ q: "logitehc mouse", title: /mouse/i, top: 1 },
	{ q: "keybord", title: /keyboard/i, not: /cover|tray|drawer/i },
	{ q: "procesor intel", title: /intel/i, brand: "Intel" },
	{ q: "moniter", title: /monitor|display|cm \(/i, not: /cable|mount|arm/i },
	{ q: "lapto", title: NOTEBOOK, not: NOTEBOOK_EXTRA },
	{ q: "wireless key", title: /keyboard/i, top: 3 },
	{ q: "BOXDH57JG", title: /BOXDH57JG/, top: 1 },
	{ q: "0735858210232", title: /BOXDH57JG/, top: 1 },
	{ q: "笔记本电脑", title: NOTEBOOK, not: NOTEBOOK_EXTRA },
	{ q: "无线鼠标", title: /mouse/i, top: 2 },
	{ q: "the printer", title: /printer|laserjet/i, not: /cartridge|cable/i, top: 3 },
	{ q: "baby annabell", title: /baby annabell/i },
	{ q: "sylvanian families", title: /./, brand: "Sylvanian Families" },
	{ q: "puzzle 1000 pieces", title: /1000 p/i },
	{ q: "flashdrive", title: /flash|usb/i, top: 3 },
];
