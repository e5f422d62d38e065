// Electronics.
import type { Line } from "../types.ts";

export const electronics: Line[] = [
	{
		category: "headphones",
		kind: "headphones",
		sku: "HPH",
		tags: ["music", "travel", "repairable"],
		attributes: {
			"Battery life": ["24 h", "35 h", "50 h"],
			"Noise cancelling": ["Yes", "No"],
			Bluetooth: ["5.3", "5.4"],
		},
		exceptions: {
			"Verrin Studio One": { "Battery life": "", "Noise cancelling": "No", Bluetooth: "" },
			"Verrin Arc": { "Noise cancelling": "Yes" },
			"Verrin Concert": { "Noise cancelling": "No" },
			"Verrin Junior": { "Noise cancelling": "No" },
		},
		facts: [
			"Ear pads click off and can be changed. | 耳罩可扣下更换。",
			"A microphone that lets the other side hear you, not the street. | 麦克风让对方听见你，而不是街道。",
			"A spare cable is in the case. | 盒中有备用线。",
			"Folds flat into a pocket of felt. | 折平放进毛毡袋。",
			"Cups that turn flat on the collarbone. | 耳罩可平贴锁骨。",
		],
		care: [
			"Every part that wears can be bought: pads, band, battery. | 会磨损的都能买到：耳罩、头带、电池。",
			"The app is optional; all that matters has a button. | 应用可装可不装，要紧的都有按键。",
			"Wipe the pads after sport and let them dry in the air. | 运动后擦拭耳罩，自然风干。",
		],
		goods: `
	Verrin Arc | Over-ear, quiet around you | verrin |
	249 | coal oat harbour | Aluminium and leather
	Shuts the train out and leaves the cello in; the band spreads its weight so that you forget it.
	Verrin Arc 头戴耳机 | 降噪包耳，专注聆听
	关掉火车，留下大提琴，头带分散重量，戴着会忘。
	Verrin Studio One | Honest sound on a wire | verrin | 179 | slate brick | Steel and velour
	Nothing added, nothing hidden: mixers wear it because it tells them what they did.
	Verrin Studio One 监听耳机 | 有线直出，真实还原
	不加不藏：混音师戴它，因为它说出他们做了什么。
	Verrin Drift | Light, for whole days | verrin | 129 | sage lilac chalk | Recycled plastics
	At 180 grams it is on your head by nine and still unnoticed at five.
	Verrin Drift 轻量耳机 | 180 克，整天无感
	180 克，九点戴上，五点仍未察觉。
	Verrin Pulse | For running and rain | verrin | 99 | coral teal ink | Silicone, splash-proof
	Grips without pinching and takes rain and sweat in its stride.
	Verrin Pulse 运动耳机 | 跑步淋雨都不怕
	夹而不紧，雨和汗都从容。
	Verrin Junior | Never louder than 85 dB | verrin | 59 | butter sky blush | Soft-touch plastics
	Bends, falls, gets sat on, and stays kind to young ears.
	Verrin Junior 儿童耳机 | 限音 85 分贝护耳
	弯得、摔得、坐得，对小耳朵依然温和。
	Verrin Concert | Open back, wide stage | verrin | 399 | walnut coal | Walnut and steel
	The open cups let the room in and the music out; in return an orchestra stands before you.
	Verrin Concert 开放式耳机 | 开放声场，宛如现场
	开放式耳罩让房间进来、音乐出去，换来一支乐团站在面前。
`,
	},
	{
		category: "speakers",
		kind: "speaker",
		sku: "SPK",
		tags: ["wireless", "music", "living room"],
		attributes: {
			Power: ["20 W", "40 W", "80 W"],
			Waterproof: ["IPX4", "No"],
			Bluetooth: ["5.3", "5.4"],
		},
		exceptions: {
			"Verrin Picnic": { Waterproof: "IPX4" },
			"Verrin Lantern": { Waterproof: "IPX4" },
			"Verrin Pebble": { Power: "20 W", Waterproof: "IPX7" },
			"Verrin Tower": { Waterproof: "No" },
			"Verrin Duo": { Power: "80 W", Waterproof: "No" },
		},
		facts: [
			"Two of them pair into stereo by themselves. | 两只自动配对成立体声。",
			"Real knobs that you can turn without looking. | 真正的旋钮，不用看就能转。",
			"Bass that stays in the room. | 低音留在房间里。",
			"Takes sound by air, by wire and from a turntable. | 无线、有线、唱机都能接。",
			"A cloth front that clips off for washing. | 布面可扣下清洗。",
		],
		care: [
			"Give it a hand's width of air to the wall and it will sing. | 离墙一掌宽，它就会唱歌。",
			"Updates come rarely and never take a function away. | 更新不多，也从不拿走功能。",
			"Held by screws throughout, so it can be opened and mended. | 全部用螺丝固定，可开可修。",
		],
		goods: `
	Verrin Tower | Bookshelf sound with manners | verrin |
	189 | ink walnut chalk | Wood and paper cone
	A small cabinet that plays a big band without turning the shelf into a drum.
	Verrin Tower 书架音箱 | 小箱体，大场面
	小箱体奏大乐队，却不会把架子变成鼓。
	Verrin Picnic | Handle up, off we go | verrin | 119 | coral sage butter | Splash-proof cloth
	Plays from the first sandwich to the last bus and does not mind a spilt lemonade.
	Verrin Picnic 便携音箱 | 提手一拎就出发
	从第一个三明治放到末班车，不怕洒柠檬水。
	Verrin Nook | For a kitchen shelf | verrin | 89 | oat teal brick | Recycled plastics
	Tuned for a shelf between jars, so voices on the radio come out clear.
	Verrin Nook 厨房音箱 | 人声清晰，架上小巧
	为罐子之间的架子调音，广播里的人声格外清楚。
	Verrin Lantern | A speaker for the terrace | verrin | 149 | forest slate | Aluminium, rainproof
	Sends its sound round in a circle, so nobody has the bad seat.
	Verrin Lantern 露台音箱 | 环绕发声，处处好听
	声音环绕一圈，没有差的座位。
	Verrin Duo | A pair for the record player | verrin | 359 | oak coal | Oak veneer
	Comes as two, wired for a turntable, and makes old records sound like news.
	Verrin Duo 立体声音箱 | 成对出售，唱机良伴
	成对出售，接好唱机线，老唱片听着像新闻。
	Verrin Pebble | Pocket-sized and loud enough | verrin | 49 | sky lilac plum | Rubber and steel
	Falls into a puddle, floats, goes on playing.
	Verrin Pebble 迷你音箱 | 口袋大小，防水漂浮
	掉进水坑，浮起来，接着唱。
`,
	},
	{
		category: "cameras",
		kind: "camera",
		sku: "CAM",
		tags: ["photo", "travel", "retro"],
		attributes: {
			Sensor: ["APS-C", "Full frame", "35 mm film"],
			Weight: ["380 g", "460 g", "610 g"],
			Video: ["4K", "Full HD", "None"],
		},
		exceptions: {
			"Fokalin Thirty-Five": { Sensor: "35 mm film", Video: "None" },
			"Fokalin Instant": { Sensor: "Instant film", Video: "None" },
			"Fokalin R10": { Sensor: "Full frame", Video: "4K" },
			"Fokalin F2": { Sensor: "APS-C", Video: "Full HD" },
			"Fokalin Weekend": { Sensor: "APS-C", Video: "Full HD" },
			"Fokalin Vlog Kit": { Sensor: "APS-C", Video: "4K" },
		},
		facts: [
			"A dial for each thing that matters. | 要紧的每项都有一个转盘。",
			"The shutter is a whisper. | 快门声如耳语。",
			"Weather seals at every dial. | 每个转盘都有防水密封。",
			"A viewfinder that glasses may touch. | 戴眼镜也能贴近的取景器。",
			"A strap of woven cotton is in the box. | 盒中有织棉肩带。",
		],
		care: [
			"A blower and a soft cloth are in the box; leave the rest to us. | 盒中有气吹和软布，其余交给我们。",
			"Our workshop cleans and checks it once for free in the first year. | 第一年免费清洁检查一次。",
			"Old lenses fit with a small ring that we sell at cost. | 旧镜头加一个小环就能用，我们按成本价出售。",
		],
		goods: `
	Fokalin F2 | The street camera | fokalin | 799 | coal cocoa | Magnesium and leather
	Small, silent and quick, it is ready before the moment knows that it is one.
	Fokalin F2 街拍相机 | 小巧安静，快人一步
	小、静、快，在瞬间知道自己是瞬间之前就已准备好。
	Fokalin Weekend | Simple, sunny, sharp | fokalin | 389 | coral sky butter | Aluminium
	Three modes, one lens, and colours that look like you remember the day.
	Fokalin Weekend 周末相机 | 三档直出好色彩
	三种模式，一支镜头，色彩正如你记得的那天。
	Fokalin R10 | Full frame, full day | fokalin | 1699 | coal slate | Magnesium
	Weddings, mountains, newborns: it works until you are tired, and then in the dark.
	Fokalin R10 全画幅相机 | 从早拍到黑
	婚礼、山野、新生儿：你累了它还在拍，黑暗里也行。
	Fokalin Instant | A print in a minute | fokalin | 149 | blush teal oat | Recycled plastics
	Takes the picture, shakes its head, and gives you the only copy there will ever be.
	Fokalin Instant 拍立得 | 一分钟拿到照片
	拍下，摇一摇，交给你世上唯一的一张。
	Fokalin Thirty-Five | Film, wound by thumb | fokalin | 459 | brick forest | Brass and leather
	No screen, no battery for the shutter, thirty-six chances to pay attention.
	Fokalin 35 胶片相机 | 拇指过片，三十六张
	没有屏幕，快门不用电，三十六次认真的机会。
	Fokalin Vlog Kit | Looks back at you | fokalin | 649 | lilac chalk | Aluminium
	The screen turns to you, the microphone listens to you, and your face stays sharp.
	Fokalin Vlog 套装 | 翻转屏，收音清晰
	屏幕转向你，麦克风听你说，脸始终清晰。
`,
	},
];
