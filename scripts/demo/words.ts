// What the demo goods' options, attributes and tags are called in Chinese: `English = Chinese`.
import { colours } from "./colours.ts";

const table = `
Colour = 颜色 | Capacity = 容量 | Diameter = 直径 | Cups = 杯数 | Height = 高度 | Pot = 花盆
Burn time = 燃烧时间 | Size = 尺寸 | Seats = 座位 | Length = 长度 | Width = 宽度 | Storage = 存储
Memory = 内存 | Switches = 轴体 | Volume = 容积 | Frame = 框架 | Sleeps = 可住人数 | Thickness = 厚度
Weight = 重量 | Pack = 包装 | Pieces = 件数 | Material = 材质 | Finish = 饰面 | Edge = 刃口
Dishwasher safe = 可用洗碗机 | Microwave = 可用微波炉 | Induction = 适用电磁炉 | Coating = 涂层
Oven safe to = 烤箱耐温 | Hardness = 硬度 | Power = 功率 | Keep warm = 保温 | Cord length = 线长
Filter = 滤网 | Insulated = 隔热 | Socket = 灯座 | Dimmable = 可调光 | Watertight = 防漏
Movement = 机芯 | Battery = 电池 | Daylight = 光照 | Water = 浇水 | Safe for pets = 对宠物安全
Scent = 香味 | Filling = 填充物 | Washable = 可水洗 | Closure = 开合方式 | Weave = 织法
Pile height = 绒高 | Underfloor heating = 适用地暖 | Seat height = 座高 | Seat depth = 座深
Carries up to = 承重 | Assembly = 组装 | Cover = 外套 | Surface = 表面 | Extendable = 可伸展
Shelves = 层数 | Load per shelf = 每层承重 | Wall fixing = 固定件 | Battery life = 续航
Noise cancelling = 降噪 | Bluetooth = 蓝牙 | Waterproof = 防水 | Sensor = 传感器 | Video = 视频
Display = 屏幕 | Layout = 配列 | Connection = 连接 | Backlight = 背光 | Fit = 版型 | Wash = 洗涤
Lining = 内衬 | Cut = 裁剪 | Rise = 腰高 | Stretch = 弹力 | Pockets = 口袋 | Head size = 头围
Season = 季节 | Glass = 表镜 | Case = 表壳 | Sole = 鞋底 | Drop = 前后掌落差 | Laptop = 适用电脑
Gears = 档位 | Brakes = 刹车 | Use = 用途 | Latex-free = 无乳胶 | Grip = 握把 | Warranty = 质保
Keeps cold = 保冷 | Vegan = 纯素 | Refillable = 可补充 | Family = 香调 | Strength = 浓度
Skin = 肤质 | SPF = 防晒指数 | Origin = 产地 | Caffeine = 咖啡因 | Organic = 有机 | Steep = 冲泡
Roast = 烘焙度 | Grind = 研磨 | Contains = 配料 | Best before = 保质期 | Sugar = 含糖
Single origin = 单一产地 | Edition = 版本 | Pages = 页数 | Language = 语言 | Binding = 装订
Age = 年龄 | Poster = 海报 | Paint = 涂料
Oak = 橡木 | Cocoa = 可可 | White = 白色
Stoneware = 炻瓷 | Porcelain = 瓷 | Enamelled steel = 搪瓷钢 | Glazed ceramic = 釉面陶瓷
Aluminium, copper base = 铝，铜底 | Cast iron = 铸铁 | Forged aluminium = 锻造铝
Aluminium, ceramic coat = 铝，陶瓷涂层 | Tri-ply steel = 三层钢 | Carbon steel = 碳钢
German steel = 德国钢 | Stainless steel = 不锈钢 | Japanese steel = 日本钢 | Steel = 钢
Damascus steel = 大马士革钢 | Brushed steel = 拉丝钢 | Steel, cool-touch shell = 钢，防烫外壳
Anodised aluminium = 阳极氧化铝 | Steel and beech = 钢与榉木 | Glass and steel = 玻璃与钢
Double-wall glass = 双层玻璃 | Tritan and steel = Tritan 与钢 | Turned oak = 车制橡木
Linen and brass = 亚麻与黄铜 | Painted steel = 喷漆钢 | Steel and aluminium = 钢与铝
Cotton and oak = 棉与橡木 | Cast iron and steel = 铸铁与钢 | Terracotta = 赤陶
Bisque porcelain = 素瓷 | Steel and glass = 钢与玻璃 | Oak and glass = 橡木与玻璃
Birch and glass = 桦木与玻璃 | Brass and glass = 黄铜与玻璃 | Terracotta pot = 赤陶盆
Ceramic pot = 陶瓷盆 | Concrete pot = 水泥盆 | Rapeseed wax = 菜籽蜡 | Soy wax = 大豆蜡
Beeswax blend = 蜂蜡混合 | Cotton = 棉 | Linen = 亚麻 | Lambswool = 羔羊毛 | Cotton velvet = 棉天鹅绒
Cotton and wool = 棉与羊毛 | Wool = 羊毛 | Jute and wool = 黄麻与羊毛 | Undyed wool = 未染羊毛
Beech = 榉木 | Wool felt on oak = 羊毛毡与橡木 | Mesh and steel = 网布与钢 | Ash = 白蜡木
Linen on ash = 亚麻与白蜡木 | Wool and steel = 羊毛与钢 | Linen blend = 亚麻混纺
Recycled wool = 再生羊毛 | Full-grain leather = 头层皮 | Powder-coated steel = 粉末喷涂钢
Birch = 桦木 | Lime wood = 椴木 | Painted pine = 喷漆松木 | Oak veneer = 橡木贴面
Birch plywood = 桦木胶合板 | Aluminium and leather = 铝与皮革 | Steel and velour = 钢与丝绒
Recycled plastics = 再生塑料 | Silicone, splash-proof = 硅胶，防泼溅 | Aluminium = 铝
Soft-touch plastics = 柔感塑料 | Walnut and steel = 胡桃木与钢 | Wood and paper cone = 木与纸盆
Splash-proof cloth = 防泼溅布 | Aluminium, rainproof = 铝，防雨 | Rubber and steel = 橡胶与钢
Magnesium and leather = 镁与皮革 | Magnesium = 镁 | Brass and leather = 黄铜与皮革
Aluminium and glass = 铝与玻璃 | Titanium and ceramic = 钛与陶瓷 | Recycled aluminium = 再生铝
Steel hinge, soft glass = 钢铰链，柔性玻璃 | Rubberised shell = 橡胶外壳
Aluminium, PBT caps = 铝，PBT 键帽 | PBT caps = PBT 键帽 | Organic cotton = 有机棉
Cotton and modal = 棉与莫代尔 | Merino wool = 美利奴羊毛 | Hemp and cotton = 麻与棉
Waxed cotton = 上蜡棉 | Recycled nylon = 再生尼龙 | Cotton canvas = 棉帆布 | Cotton sateen = 棉缎
Recycled fleece = 再生抓绒 | Recycled jersey = 再生针织布 | Brushed canvas = 磨毛帆布
Linen and cotton = 亚麻与棉 | Selvedge denim = 赤耳丹宁 | Viscose = 粘胶 | Satin viscose = 缎面粘胶
Merino blend = 美利奴混纺 | Cotton voile = 棉巴里纱 | Paper straw = 纸草 | Cotton twill = 棉斜纹
Wool felt = 羊毛毡 | Shetland wool = 设得兰羊毛 | Mohair and silk = 马海毛与丝
Steel and leather = 钢与皮革 | Aluminium and silicone = 铝与硅胶 | Titanium and nylon = 钛与尼龙
Recycled mesh = 再生网布 | Leather = 皮革 | Organic canvas = 有机帆布 | Knitted wool = 针织羊毛
Leather and mesh = 皮革与网布 | Recycled canvas = 再生帆布 | Ripstop nylon = 防撕裂尼龙
Waxed canvas = 上蜡帆布 | Tarpaulin = 防水篷布 | Chromoly steel = 铬钼钢 | Polyester = 聚酯纤维
Poly-cotton = 涤棉 | Soft-touch PU = 柔感 PU | Stitched PU = 缝线 PU | Rubber = 橡胶
Microfibre = 超细纤维 | Rubberised cloth = 涂胶布 | Natural rubber = 天然橡胶
Cork and rubber = 软木与橡胶 | TPE foam = TPE 泡沫 | Microfibre and rubber = 超细纤维与橡胶
Recycled foam = 再生泡沫 | Steel and rubber = 钢与橡胶 | Iron and neoprene = 铁与氯丁橡胶
Chromed steel = 镀铬钢 | Oak and iron = 橡木与铁 | Coated iron = 涂层铁 | Tritan = Tritan 共聚酯
Soft bioplastic = 柔软生物塑料 | Glass and silicone = 玻璃与硅胶 | Plant waxes = 植物蜡
Glass, cork stopper = 玻璃，软木塞 | Glass, wooden cap = 玻璃，木盖 | Glass, steel cap = 玻璃，钢盖
Olive and coconut oil = 橄榄油与椰子油 | Oat milk and shea = 燕麦奶与乳木果
Olive oil and pine tar = 橄榄油与松焦油 | Clay and almond oil = 陶土与杏仁油
Olive oil and verbena = 橄榄油与马鞭草 | Charcoal and mint = 木炭与薄荷
Aloe and squalane = 芦荟与角鲨烷 | Beeswax and oats = 蜂蜡与燕麦 | Moss extract and shea = 苔藓与乳木果
Cucumber and zinc = 黄瓜与锌 | Kaolin and honey = 高岭土与蜂蜜 | Lanolin and jojoba = 羊毛脂与荷荷巴
Recycled board = 再生纸板 | Cotton plush = 棉绒 | Wool plush = 羊毛绒
Yes = 是 | No = 否 | None = 无 | Lid only = 仅杯盖 | Matt = 哑光 | Glossy = 亮光 | Satin = 缎光
Sheer = 通透 | Ceramic = 陶瓷 | Chrome = 镀铬 | Neoprene = 氯丁橡胶 | Granton = 凹槽刃 | Plain = 平刃
3 cups = 3 杯 | 6 cups = 6 杯 | 8 cups = 8 杯 | Double mesh = 双层网 | Steel mesh = 钢网
Built-in LED = 内置 LED | Radio-controlled = 电波校时 | Quartz, silent = 静音石英
1 × AA = 1 节五号电池 | Bright = 明亮 | Half shade = 半阴 | Shade = 阴处 | Weekly = 每周
Rarely = 少浇 | Woody = 木质 | Herbal = 草本 | Floral = 花香 | Citrus = 柑橘
Recycled fibre = 再生纤维 | Feather = 羽毛 | Buttons = 纽扣 | Zip = 拉链 | Pile = 绒面 | Flat = 平织
10 minutes = 10 分钟 | 2 minutes = 2 分钟 | 3 minutes = 3 分钟 | 5 minutes = 5 分钟
2 seats = 2 座 | 3 seats = 3 座 | Fixed = 固定 | Removable = 可拆洗 | Solid pine = 实心松木
Oiled = 上油 | Lacquered = 上漆 | 2 to 4 = 2 至 4 | 4 to 6 = 4 至 6 | 6 to 8 = 6 至 8 | Included = 含
Water-repellent = 防泼水 | Full frame = 全画幅 | Instant film = 即时成像胶片 | 35 mm film = 35 毫米胶片
Full HD = 全高清 | Quiet = 静音 | Tactile = 段落 | Linear = 线性 | Full size = 全尺寸
Bluetooth and USB-C = 蓝牙与 USB-C | Slim = 修身 | Regular = 常规 | Relaxed = 宽松 | By hand = 手洗
Straight = 直筒 | Wide = 阔腿 | Tapered = 锥形 | High = 高腰 | Mid = 中腰 | Maxi = 及踝 | Knee = 及膝
Midi = 中长 | One size = 均码 | 56 to 60 cm = 56 至 60 厘米 | Summer = 夏季 | Winter = 冬季
4 seasons = 四季 | 3 seasons = 三季 | Mineral = 矿物玻璃 | Sapphire = 蓝宝石 | EVA foam = EVA 泡沫
Up to 13 in = 最大 13 英寸 | Up to 15 in = 最大 15 英寸 | Up to 16 in = 最大 16 英寸
Coaster = 倒刹 | Rim = 圈刹 | Disc = 碟刹 | 2 people = 2 人 | 4 people = 4 人 | Outdoor = 户外
Indoor = 室内 | Day and night = 日夜 | Night = 夜间 | 80 g tin = 80 克罐装 | 200 g refill = 200 克补充装
Smooth = 光滑 | Knurled = 滚花 | Contoured = 人体工学 | 5 years = 5 年 | 3 years = 3 年
Eau de parfum = 香水 | Eau de toilette = 淡香水 | 1 bar = 1 块 | 3 bars = 3 块 | All = 所有肤质
Sensitive = 敏感 | Dry = 干性 | Normal = 中性 | Oily = 油性 | Assam, India = 印度阿萨姆
Zhejiang, China = 中国浙江 | Fujian, China = 中国福建 | Thuringia, Germany = 德国图林根
Nuwara Eliya, Sri Lanka = 斯里兰卡努沃勒埃利耶 | Wuyi Mountains, China = 中国武夷山
Minas Gerais, Brazil = 巴西米纳斯吉拉斯 | Yirgacheffe, Ethiopia = 埃塞俄比亚耶加雪菲
Sumatra, Indonesia = 印度尼西亚苏门答腊 | Colombia and Honduras = 哥伦比亚与洪都拉斯
Cauca, Colombia = 哥伦比亚考卡 | Tarrazú, Costa Rica = 哥斯达黎加塔拉苏 | Low = 低 | Dark = 深烘
Medium = 中烘 | Light = 浅烘 | Espresso = 意式 | Whole bean = 咖啡豆 | Apple blossom honey = 苹果花蜜
Red currants, cane sugar = 红醋栗、蔗糖 | Plums, cane sugar, star anise = 李子、蔗糖、八角
Oranges, cane sugar = 橙子、蔗糖 | Tomatoes, onions, vinegar = 番茄、洋葱、醋 | Pears, vanilla = 梨、香草
Cocoa, cane sugar, sea salt = 可可、蔗糖、海盐 | Cocoa, milk, hazelnuts = 可可、牛奶、榛子
Cocoa, cane sugar, raspberries = 可可、蔗糖、覆盆子 | Cocoa, caramelised milk = 可可、焦糖牛奶
Cocoa, cane sugar, mint = 可可、蔗糖、薄荷 | Cocoa, cane sugar = 可可、蔗糖 | 12 months = 12 个月
24 months = 24 个月 | Reduced = 减糖 | Cloth hardback = 布面精装 | Hardback, photographs = 精装，摄影
Hardback, drawings = 精装，插画 | Paperback = 平装 | Paperback, colour = 平装，彩色 | English = 英语
Thread-sewn = 锁线 | Glued = 胶装 | 500 pieces = 500 片 | 1000 pieces = 1000 片 | From birth = 出生起
12 months+ = 12 个月以上 | Plain oil = 纯油 | Water-based = 水性
handmade = 手工 | everyday = 日常 | sale = 特惠 | breakfast = 早餐 | gift = 送礼 | new = 新品
induction = 电磁炉 | classic = 经典 | cooking = 烹饪 | tea time = 下午茶 | plastic-free = 无塑料
coffee = 咖啡 | serving = 上桌 | evening = 夜晚 | lighting = 照明 | dimmable = 可调光 | decor = 装饰
flowers = 花艺 | silent = 静音 | wall = 壁挂 | green = 绿植 | air = 净化空气 | scented = 香氛
textile = 家纺 | sofa = 沙发 | washable = 可水洗 | living room = 客厅 | solid wood = 实木
stackable = 可叠放 | dining = 餐厅 | delivery = 送货上门 | removable cover = 可拆外套 | modular = 模块化
books = 书籍 | music = 音乐 | travel = 旅行 | repairable = 可维修 | wireless = 无线 | retro = 复古
photo = 摄影 | dual SIM = 双卡 | study = 学习 | work = 办公 | mechanical = 机械 | organic = 有机
summer = 夏日 | waterproof = 防水 | outerwear = 外套 | winter = 冬日 | party = 派对 | wool = 羊毛
fitness = 健身 | running = 跑步 | vegan = 纯素 | school = 上学 | commuting = 通勤 | city = 城市
serviced = 含保养 | family = 家庭 | camping = 露营 | kids = 儿童 | sport = 运动 | yoga = 瑜伽
non-slip = 防滑 | natural = 天然 | home gym = 家庭健身 | strength = 力量 | refillable = 可补充
fragrance-free = 无香 | daily = 每日 | loose leaf = 散茶 | fair = 公平贸易 | fresh roast = 新鲜烘焙
illustrated = 插画 | reading = 阅读 | rainy day = 雨天 | newborn = 新生儿 | learning = 益智 | wooden = 木制
`;

const inTable = table
	.split(/[|\n]/)
	.filter((pair) => pair.includes(" = "))
	.map((pair): [string, string] => {
		const [word = "", chinese = ""] = pair.split(" = ");
		return [word.trim(), chinese.trim()];
	});
const inColours = Object.values(colours).map(({ name, zh }): [string, string] => [name, zh]);
const all = new Map([...inColours, ...inTable]);

export const words = [...all].map(([word, chinese]) => ({ word, chinese }));

/** What it is called in Chinese; itself where it needs no other name. */
export const chineseOf = (word: string) => all.get(word) ?? word;
