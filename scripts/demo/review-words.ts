// What buyers say of each category's goods: praise, complaint, and praise in Chinese.
export type Words = { noun: string; praise: string[]; complaints: string[]; zh: string[] };

const table = `
mugs | mug | The handle is really comfortable; It keeps the coffee warm longer than our old ones;
The glaze looks even better in daylight | A little heavier than I expected; The colour is paler
than in the picture
| 杯柄很舒服，釉色比照片还好看; 保温不错，每天早上都用

cookware | pan | Pancakes slide off by themselves; Heats up fast and evenly on induction; The
handle stays cool | The rim spatters a bit with bacon; Needed two rounds of oiling before it
behaved
| 受热均匀，煎蛋一点不粘; 手柄不烫手，很顺手

knives | knife | Went through a squash as if it were butter; The balance is perfect for my hand;
Came sharper than my old one ever was | Needs drying at once or it shows spots; The board has a
small knot
| 非常锋利，切番茄毫不费力; 手感平衡，做工扎实

kettles | kettle | Pours exactly where I aim; Looks lovely on the stove; The lid is easy to clean
| Takes a moment longer than our old one; The knob gets warm
| 出水细而稳，手冲很好用; 放在灶台上特别好看

coffee-makers | press | The coffee is clear to the last sip; Easy to take apart and clean; Feels
solid, nothing rattles | The cup marks are hard to see; I would have liked a spare glass in the
box
| 滤得很干净，口感醇厚; 拆洗方便，家人都喜欢

bowls | bowl | The size is just right for a big salad; They stack neatly; Feels handmade in the
best way | One had a tiny bubble in the glaze; Shallower than I thought
| 大小刚好，盛面盛菜都行; 质感很好，像手工做的

lamps | lamp | The light is warm and does not glare; The dimmer is exactly where you need it;
Visitors ask about it | The cord could be half a metre longer; The shade arrived with a crease
that steamed out
| 光线柔和不刺眼，很适合看书; 造型好看，朋友都问链接

vases | vase | Three stems look like a bouquet in it; Heavy enough not to tip; Lovely even when
empty | Smaller in the room than in the photo; The neck is tricky to clean
| 插几枝就很好看; 瓶身很稳，空着也漂亮

candles | candle | The scent fills the room without shouting; Burns evenly to the edge; The glass
is our toothbrush cup now | The scent is rather faint in a big room; I wished for a longer burn
| 香味很淡雅，不刺鼻; 烧得均匀，杯子还能再用

cushions | cushion | Soft but keeps its shape; The colour goes with everything; Washed well at
thirty degrees | The filling could be fuller; The zip is a little stiff
| 手感柔软不塌陷; 颜色百搭，洗后不变形

rugs | rug | Lies flat from the first day; The colours are rich and warm; The room sounds quieter
at once | It sheds a bit in the beginning; The smell of wool took a week to go
| 铺上很平整，颜色高级; 踩着舒服，房间更温馨

clocks | clock | Truly silent, even at night; Easy to read across the room; Hung in two minutes |
The hand for minutes is thin; It lost a minute in the first month
| 真的没有声音，睡得安稳; 表盘清晰，好看又实用

plants | plant | Arrived fresh and well packed; Two new leaves in three weeks; The pot is nicer
than I hoped | One leaf was bent in the post; Smaller than the picture suggests
| 包装很好，叶子很精神; 三周就长了新叶

chairs | chair | Comfortable through a long dinner; Very light, yet steady; Put together in ten
minutes | A bit narrow for my brother; One foot needed a felt pad
| 坐着舒服又结实; 安装简单，外观很正

sofas | sofa | We all fit and nobody wants to get up; The cover came clean after red wine;
Delivery brought it up four floors | Firm in the first weeks; Took longer than the promised week
| 坐感很好，全家都喜欢; 送货上楼，服务到位

tables | table | Beautiful grain, every guest touches it; Does not wobble on our old floor; The
edges are kind to children | Needs oil sooner than I thought; Heavy, so ask a friend
| 木纹很美，摸着很舒服; 很稳，做工对得起价格

storage | shelf | Carries all my cookbooks without sagging; The instructions are clear; Looks more
expensive than it was | One screw was missing, sent within two days; The back panel is thin
| 承重很好，安装说明清楚; 看着比价格更高级

headphones | pair | Voices sound natural and close; I forget that I am wearing them; The case is
small and sturdy | The band is tight with glasses; The app is not needed and not great
| 音质通透，佩戴舒适; 戴一整天也不累

speakers | speaker | Surprising depth for the size; Fills the kitchen without distortion; Real
knobs, thank you | Bass is modest outdoors; It takes a second to wake up
| 声音饱满，低音不轰头; 小小一个，声音很大

phones | phone | Two days on one charge; The pictures in the evening are great; I changed the
battery myself | A bit slippery without a case; The speaker is average
| 续航两天没问题; 拍照清晰，系统流畅

cameras | camera | The dials are where my fingers are; Colours straight out of it are lovely;
Quiet enough for a theatre | The menu takes a while to learn; I would like a bigger grip
| 色彩直出就很好看; 手感一流，快门很轻

laptops | laptop | Silent all day long; The keyboard is a joy; I added memory in five minutes |
The lid collects fingerprints; The webcam is only fine
| 安静流畅，键盘手感好; 轻薄，带去上课很方便

keyboards | keyboard | Sounds like soft rain; My wrists thank me; Pairs with three devices at once
| The space bar rattled at first; I needed a week to get used to it
| 声音很治愈，打字停不下来; 做工扎实，连接稳定

tops | shirt | The fabric is thick and soft; Kept its shape after ten washes; The fit is exactly
as described | The sleeves are a touch long; Creases easily
| 面料厚实柔软，不变形; 版型很好，已经回购

jackets | jacket | Kept me dry on the bicycle for an hour; The pockets are wonderful; Looks good
with everything | The zip needs both hands; Runs a bit large
| 防风效果好，口袋很实用; 质感很棒，上身显精神

trousers | pair | Comfortable from the first day; Deep pockets at last; The free hemming was
perfect | The colour bled a bit in the first wash; Wide in the waist for me
| 穿着舒服，裤型很正; 口袋够深，做工好

dresses | dress | It has real pockets; Compliments all evening; Falls beautifully and needs no
iron | A little long for me; The lining is warm in summer
| 裙型很显瘦，还有口袋; 面料垂顺，不用熨

shoes | pair | No blisters, even on day one; Light and springy; They clean up nicely with a brush
| Size up if you have wide feet; The laces are short
| 走一天也不累脚; 轻便回弹好，尺码标准

hats | hat | Fits snugly and does not itch; Survived the suitcase; I never lose it because I never
take it off | A bit tight for a big head; The colour is darker than shown
| 不扎头，保暖又好看; 折起来也不变形

scarves | scarf | Soft enough for bare skin; Wide enough to be a blanket; The colours glow in
winter | It pills a little at the fringe; Longer than I need
| 非常柔软，一点不扎; 颜色很高级，送人很合适

bags | backpack | Everything has its place; Sits well, even when full; Stayed dry in a proper
storm | The side pocket is narrow for my bottle; Stiff straps at first
| 容量大，背着不累; 下雨也没进水，很靠谱

watches | watch | Light on the wrist and easy to read; Strap changes in seconds; Looks like twice
the price | The strap needed a week to soften; The box is too big
| 佩戴轻巧，表盘清晰; 质感超出预期

bikes | bike | Rides smoothly and brakes well in rain; Built in ten minutes; I leave the car at
home now | The saddle is not for me; The bell could be louder
| 骑起来很顺，刹车稳; 组装简单，通勤利器

tents | tent | Up in eight minutes, alone; Dry after a night of rain; Roomy inside for the weight
| The pegs are basic; Getting it back into the bag took practice
| 搭建很快，下雨不漏; 空间大，全家露营很开心

balls | ball | Bounces true and holds its air; The children play with nothing else; Good grip when
wet | Had to be pumped after two weeks; The colour came off a bit on asphalt
| 手感好，不漏气; 孩子特别喜欢

mats | mat | No slipping, even in hot yoga; Lies flat at once; Good cushion for my knees | Smelled
of rubber for some days; Heavy to carry
| 防滑很好，没有异味; 厚度合适，膝盖不疼

weights | pair | Good grip and they do not roll; Quiet on the wooden floor; Solid, nothing to
break | The coating marked a bit; I should have ordered heavier ones
| 握感好，放地上不滚; 分量足，做工好

bottles | bottle | Ice was still there in the evening; Never leaked in my bag; Easy to clean |
Paint chipped after a fall; The lid is stiff at first
| 保冷一整天，不漏水; 颜值高，孩子天天带

makeup | lipstick | Stays on through lunch; The shade suits nearly everybody; Does not dry my lips
| The refill was hard to find at first; A bit darker on me
| 颜色很正，不拔干; 持久度不错，很日常

fragrance | perfume | I am asked about it every time; Elegant and not too sweet; Lasts until the
evening | Fades after five hours on me; The first minutes are sharp
| 味道很高级，留香久; 不甜腻，送女友很喜欢

soap | soap | My hands stopped being dry; Smells like a garden; Lasts for ages | It goes soft
without a dish; The scent is weak
| 洗完不紧绷，味道清新; 很耐用，泡沫细腻

skincare | cream | Sinks in quickly, no shine; My red cheeks calmed down; A little goes a long way
| The jar is not for travel; Rich for summer
| 吸收快，不油腻; 敏感肌用着很温和

tea | tea | Fragrant leaves, three infusions; The tin is a beauty; My evening ritual now | A bit
pricey; Tears if steeped too long
| 茶叶完整，回甘很好; 罐子好看，送长辈合适

coffee | coffee | Fresh, roasted six days before; Sweet without any sugar; Great crema | Too light
for my machine; The bag could close better
| 很新鲜，香气浓郁; 手冲风味清晰，好喝

preserves | jar | Tastes like the real fruit; Gone within a week; Wonderful with cheese | The lid
was hard to open; Sweeter than I like
| 果味很足，不会太甜; 抹面包很棒，一周吃完

chocolate | bar | Snaps cleanly and melts slowly; The best I had this year; Lovely wrapping | Too
bitter for the children; It should be twice the size
| 入口即化，不甜腻; 包装精美，送礼很好

books | book | Could not put it down; Beautiful paper and drawings; I have given away three copies
| The middle is slow; The type is small for me
| 纸张和装帧都很美; 读得停不下来

puzzles | puzzle | The pieces click so nicely; A lovely picture even half done; Kept us busy for
four evenings | The sky is pure cruelty; One piece had a bent edge
| 拼块厚实，咬合紧; 全家一起拼了四个晚上

soft-toys | toy | My daughter does not sleep without it; So soft; Survived the washing machine |
An ear needed a stitch; Smaller than I thought
| 非常柔软，孩子抱着睡; 洗过也不变形

blocks | set | Smooth edges and calm colours; Played with every day since; The bag is a good idea
| I wish there were more arches; Paint chipped on one block
| 边角光滑，颜色柔和; 孩子每天都玩
`;

export const words: Record<string, Words> = Object.fromEntries(
	table
		.trim()
		.split("\n\n")
		.map((row) =>
			row
				.replaceAll("\n", " ")
				.split("|")
				.map((cell) => cell.trim()),
		)
		.map(([key = "", noun = "", praise = "", complaints = "", zh = ""]) => [
			key,
			{ noun, praise: list(praise), complaints: list(complaints), zh: list(zh) },
		]),
);

function list(cell: string): string[] {
	return cell.split(";").map((part) => part.trim());
}
