// The tree of categories: departments, their children, and a third level where it helps.
export type DemoCategory = {
	key: string;
	name: string;
	parent: string | null;
	picture: { kind: string; colour: string };
	translations: { zh: { name: string } };
};

type Row = [key: string, name: string, zh: string, kind: string, colour: string];
const tree: [Row, ...(Row | [Row, ...Row[]])[]][] = [
	[
		["kitchen", "Kitchen & Table", "厨房与餐桌", "kettle", "#5f8f86"],
		["mugs", "Mugs & Cups", "马克杯", "mug", "#bd6a4e"],
		["cookware", "Pots & Pans", "锅具", "pan", "#4a7396"],
		["knives", "Knives", "刀具", "knife", "#43695a"],
		["kettles", "Kettles", "水壶", "kettle", "#dca549"],
		["coffee-makers", "Coffee Makers", "咖啡器具", "press", "#7c5470"],
		["bowls", "Bowls", "碗", "bowl", "#8aa58a"],
	],
	[
		["home", "Home & Decor", "家居装饰", "lamp", "#dca549"],
		["lamps", "Lamps", "灯具", "lamp", "#3f8583"],
		["vases", "Vases", "花瓶", "vase", "#dd8068"],
		["candles", "Candles", "香薰蜡烛", "candle", "#b3a2cc"],
		["cushions", "Cushions", "抱枕", "pillow", "#8db6cf"],
		["rugs", "Rugs", "地毯", "rug", "#a34b41"],
		["clocks", "Clocks", "时钟", "clock", "#35445c"],
		["plants", "Plants", "绿植", "plant", "#bd6a4e"],
	],
	[
		["furniture", "Furniture", "家具", "sofa", "#4f7d8c"],
		["chairs", "Chairs", "椅子", "chair", "#43695a"],
		["sofas", "Sofas", "沙发", "sofa", "#dd8068"],
		["tables", "Tables", "桌子", "table", "#c99f70"],
		["storage", "Shelves & Storage", "书架收纳", "shelf", "#6c747c"],
	],
	[
		["electronics", "Electronics", "数码电子", "headphones", "#5a5fa3"],
		[
			["audio", "Audio", "音频", "speaker", "#4a7396"],
			["headphones", "Headphones", "耳机", "headphones", "#7c5470"],
			["speakers", "Speakers", "音箱", "speaker", "#dd8068"],
		],
		["phones", "Phones", "手机", "phone", "#3f8583"],
		["cameras", "Cameras", "相机", "camera", "#a34b41"],
		["laptops", "Laptops", "笔记本电脑", "laptop", "#6c747c"],
		["keyboards", "Keyboards", "键盘", "keyboard", "#8aa58a"],
	],
	[
		["fashion", "Clothing & Shoes", "服饰鞋包", "jacket", "#dd8068"],
		[
			["clothing", "Clothing", "服装", "shirt", "#4a7396"],
			["tops", "T-shirts", "T恤", "shirt", "#8aa58a"],
			["jackets", "Jackets", "夹克外套", "jacket", "#35445c"],
			["trousers", "Trousers", "长裤", "trousers", "#d8c3a0"],
			["dresses", "Dresses", "连衣裙", "dress", "#bd6a4e"],
		],
		["shoes", "Sneakers", "运动鞋", "sneaker", "#3f8583"],
		[
			["accessories", "Accessories", "配饰", "scarf", "#b3a2cc"],
			["hats", "Hats", "帽子", "hat", "#dca549"],
			["scarves", "Scarves", "围巾", "scarf", "#a34b41"],
			["bags", "Backpacks", "双肩包", "backpack", "#43695a"],
			["watches", "Watches", "手表", "watch", "#7a553f"],
		],
	],
	[
		["outdoor", "Sport & Outdoors", "运动户外", "tent", "#dca549"],
		["bikes", "Bicycles", "自行车", "bike", "#3f8583"],
		["tents", "Tents", "帐篷", "tent", "#bd6a4e"],
		["balls", "Balls", "球类", "ball", "#4a7396"],
		[
			["fitness", "Fitness", "健身", "dumbbell", "#6c747c"],
			["mats", "Yoga Mats", "瑜伽垫", "mat", "#b3a2cc"],
			["weights", "Dumbbells", "哑铃", "dumbbell", "#dd8068"],
		],
		["bottles", "Bottles", "水瓶", "bottle", "#8db6cf"],
	],
	[
		["beauty", "Beauty & Care", "美妆个护", "perfume", "#c07f92"],
		["makeup", "Lip Colour", "唇妆", "lipstick", "#a34b41"],
		["fragrance", "Fragrance", "香水", "perfume", "#dca549"],
		["soap", "Soap", "香皂", "soap", "#8aa58a"],
		["skincare", "Skin Care", "护肤", "cream", "#e3b3a6"],
	],
	[
		["pantry", "Pantry", "食品茶饮", "jar", "#a0466b"],
		["tea", "Tea", "茶", "tea", "#43695a"],
		["coffee", "Coffee", "咖啡", "coffee", "#7a553f"],
		["preserves", "Preserves", "果酱蜂蜜", "jar", "#dca549"],
		["chocolate", "Chocolate", "巧克力", "chocolate", "#7c5470"],
	],
	[
		["play", "Books & Play", "图书玩具", "teddy", "#dca549"],
		["books", "Books", "图书", "book", "#35445c"],
		["puzzles", "Puzzles", "拼图", "puzzle", "#3f8583"],
		["soft-toys", "Soft Toys", "毛绒玩具", "teddy", "#c99f70"],
		["blocks", "Wooden Toys", "木制玩具", "blocks", "#dd8068"],
	],
];

export const categories: DemoCategory[] = tree.flatMap(([department, ...children]) => [
	category(department, null),
	...children.flatMap((child) => branch(child, department[0])),
]);

function branch(child: Row | [Row, ...Row[]], parent: string): DemoCategory[] {
	if (!isBranch(child)) return [category(child, parent)];
	const [head, ...rest] = child;
	return [category(head, parent), ...rest.map((row) => category(row, head[0]))];
}

function isBranch(child: Row | [Row, ...Row[]]): child is [Row, ...Row[]] {
	return Array.isArray(child[0]);
}

function category([key, name, zh, kind, colour]: Row, parent: string | null): DemoCategory {
	return { key, name, parent, picture: { kind, colour }, translations: { zh: { name: zh } } };
}
