// Sixty customers of the demo shop. Their mail addresses lead nowhere.
import { chance } from "./random.ts";

export type DemoAddress = {
	name: string;
	phone: string;
	country: string;
	province: string;
	city: string;
	district: string;
	street: string;
	postalCode: string;
};
export type DemoPerson = {
	key: string;
	username: string;
	email: string;
	displayName: string;
	locale: "en" | "zh";
	address: DemoAddress;
	daysAgo: number;
};

const places = `
US | California | Oakland | | Linden Street | 94607 | +1 510 555
US | Oregon | Portland | | SE Alder Street | 97214 | +1 503 555
US | New York | Brooklyn | | Hicks Street | 11201 | +1 718 555
US | Illinois | Chicago | | W Cortland Street | 60614 | +1 312 555
US | Texas | Austin | | Manor Road | 78722 | +1 512 555
US | Massachusetts | Somerville | | Elm Street | 02144 | +1 617 555
CN | 上海市 | 上海市 | 徐汇区 | 衡山路 | 200030 | +86 138 0000
CN | 北京市 | 北京市 | 朝阳区 | 工体北路 | 100027 | +86 139 0000
CN | 浙江省 | 杭州市 | 西湖区 | 文三路 | 310012 | +86 137 0000
CN | 广东省 | 深圳市 | 南山区 | 科苑路 | 518057 | +86 136 0000
CN | 四川省 | 成都市 | 武侯区 | 人民南路 | 610041 | +86 135 0000
GB | England | Bristol | | Gloucester Road | BS7 8AS | +44 117 496
GB | Scotland | Edinburgh | Leith | Great Junction Street | EH6 5LA | +44 131 496
DE | Berlin | Berlin | Neukölln | Weserstraße | 12047 | +49 30 2312
DE | Sachsen | Leipzig | | Karl-Heine-Straße | 04229 | +49 341 2312
FR | Île-de-France | Paris | 11e | rue Oberkampf | 75011 | +33 1 9900
ES | Catalunya | Barcelona | Gràcia | carrer de Verdi | 08012 | +34 93 555
SE | Västra Götaland | Göteborg | Majorna | Allmänna vägen | 414 60 | +46 31 390
CA | Quebec | Montréal | | rue Saint-Viateur | H2T 1A1 | +1 514 555
AU | Victoria | Melbourne | Fitzroy | Gertrude Street | 3065 | +61 3 5550
`;

const names = `
Maya Collins, Theo Brandt, 李思远, Ruth Adeyemi, Noah Whitfield, 王雨桐, Clara Lindqvist, Omar Haddad,
Paula Ferrer, 张子涵, Jonah Reyes, Ida Sommer, Amélie Garnier, 陈嘉禾, Lucas Okafor, Hannah Doyle,
Felix Krause, 刘梓萱, Sofia Marín, Elliot Park, Nora Bergman, 杨一诺, Samuel Price, Leila Nasser,
Marcus Tan, 赵欣怡, Greta Vogel, Daniel Osei, Camille Roux, 黄俊杰, Isla McRae, Peter Novak,
Alma Castillo, 周若曦, Ethan Brooks, Johanna Weiss, Ravi Menon, 吴浩然, Linnea Holm, Gabriel Costa,
Wendy Cho, 徐晨曦, Oscar Dunne, Mina Sato, Bruno Keller, 孙佳琪, Aisha Rahman, Henry Caldwell,
Julie Lefèvre, 朱博文, Tomás Rivera, Emma Lund, Victor Hale, 胡静怡, Fiona Grant, Anton Becker,
Zara Ali, 郭子墨, Peggy Nolan, Miles Archer
`;
const pinyin: Record<string, string> = {
	李思远: "lisiyuan",
	王雨桐: "wangyutong",
	张子涵: "zhangzihan",
	陈嘉禾: "chenjiahe",
	刘梓萱: "liuzixuan",
	杨一诺: "yangyinuo",
	赵欣怡: "zhaoxinyi",
	黄俊杰: "huangjunjie",
	周若曦: "zhouruoxi",
	吴浩然: "wuhaoran",
	徐晨曦: "xuchenxi",
	孙佳琪: "sunjiaqi",
	朱博文: "zhubowen",
	胡静怡: "hujingyi",
	郭子墨: "guozimo",
};

const rows = places
	.trim()
	.split("\n")
	.map((row) => row.split("|").map((cell) => cell.trim()));
const inChina = rows.filter(([country]) => country === "CN");
const elsewhere = rows.filter(([country]) => country !== "CN");

export const people: DemoPerson[] = names
	.split(",")
	.map((name) => name.trim())
	.map(person);

function person(displayName: string, at: number): DemoPerson {
	const spelled = pinyin[displayName];
	const key = spelled ?? plain(displayName);
	const luck = chance(key);
	const locale = spelled ? "zh" : "en";
	return {
		key,
		displayName,
		locale,
		username: key.replaceAll(".", ""),
		email: `${key}@example.${at % 3 ? "com" : "org"}`,
		address: address(displayName, luck.pick(spelled ? inChina : elsewhere), luck.whole(1, 180)),
		daysAgo: luck.whole(1, 420),
	};
}

function address(name: string, row: string[], house: number): DemoAddress {
	const [country = "", province = "", city = "", district = "", road = "", postalCode = ""] = row;
	const digits = String(1000 + ((house * 37) % 9000));
	const street = country === "CN" ? `${road}${house}号` : `${road} ${house}`;
	const phone = `${row[6] ?? ""} ${digits}`;
	return { name, phone, country, province, city, district, street, postalCode };
}

function plain(name: string): string {
	const letters = name.normalize("NFKD").replace(/[^A-Za-z ]/g, "");
	return letters.toLowerCase().replaceAll(" ", ".");
}
