// Provinces to choose from, where a country has a short and settled list of them: tariffs and taxes
// go by their names. A value is written as people write it on the envelope.
const lists: Record<string, string> = {
	AU: "Australian Capital Territory|New South Wales|Northern Territory|Queensland|South Australia|Tasmania|Victoria|Western Australia",
	CA: "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Northwest Territories|Nova Scotia|Nunavut|Ontario|Prince Edward Island|Quebec|Saskatchewan|Yukon",
	CN: "北京市=Beijing|天津市=Tianjin|河北省=Hebei|山西省=Shanxi|内蒙古自治区=Inner Mongolia|辽宁省=Liaoning|吉林省=Jilin|黑龙江省=Heilongjiang|上海市=Shanghai|江苏省=Jiangsu|浙江省=Zhejiang|安徽省=Anhui|福建省=Fujian|江西省=Jiangxi|山东省=Shandong|河南省=Henan|湖北省=Hubei|湖南省=Hunan|广东省=Guangdong|广西壮族自治区=Guangxi|海南省=Hainan|重庆市=Chongqing|四川省=Sichuan|贵州省=Guizhou|云南省=Yunnan|西藏自治区=Tibet|陕西省=Shaanxi|甘肃省=Gansu|青海省=Qinghai|宁夏回族自治区=Ningxia|新疆维吾尔自治区=Xinjiang",
	US: "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming",
};

interface Choice {
	value: string;
	label: string;
}

/** None where the name is to be typed. One that is `held` already can always be chosen. */
export function provincesIn(country: string, locale: string, held = ""): Choice[] | undefined {
	const choices = lists[country]?.split("|").map((entry) => {
		const [value = "", latin] = entry.split("=");
		return { value, label: latin && locale !== "zh" ? `${latin} ${value}` : value };
	});
	const isOther = held !== "" && !choices?.some(({ value }) => value === held);
	return choices && isOther ? [{ value: held, label: held }, ...choices] : choices;
}
