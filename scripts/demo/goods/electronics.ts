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
			"Ear pads click off and can be changed.",
			"A microphone that lets the other side hear you, not the street.",
			"A spare cable is in the case.",
			"Folds flat into a pocket of felt.",
			"Cups that turn flat on the collarbone.",
		],
		care: [
			"Every part that wears can be bought: pads, band, battery.",
			"The app is optional; all that matters has a button.",
			"Wipe the pads after sport and let them dry in the air.",
		],
		goods: `
	Verrin Arc | Over-ear, quiet around you | verrin |
	249 | coal oat harbour | Aluminium and leather
	Shuts the train out and leaves the cello in; the band spreads its weight so that you forget it.
	Verrin Arc 头戴耳机 | 降噪包耳，专注聆听
	Verrin Studio One | Honest sound on a wire | verrin | 179 | slate brick | Steel and velour
	Nothing added, nothing hidden: mixers wear it because it tells them what they did.
	Verrin Studio One 监听耳机 | 有线直出，真实还原
	Verrin Drift | Light, for whole days | verrin | 129 | sage lilac chalk | Recycled plastics
	At 180 grams it is on your head by nine and still unnoticed at five.
	Verrin Drift 轻量耳机 | 180 克，整天无感
	Verrin Pulse | For running and rain | verrin | 99 | coral teal ink | Silicone, splash-proof
	Grips without pinching and takes rain and sweat in its stride.
	Verrin Pulse 运动耳机 | 跑步淋雨都不怕
	Verrin Junior | Never louder than 85 dB | verrin | 59 | butter sky blush | Soft-touch plastics
	Bends, falls, gets sat on, and stays kind to young ears.
	Verrin Junior 儿童耳机 | 限音 85 分贝护耳
	Verrin Concert | Open back, wide stage | verrin | 399 | walnut coal | Walnut and steel
	The open cups let the room in and the music out; in return an orchestra stands before you.
	Verrin Concert 开放式耳机 | 开放声场，宛如现场
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
			"Two of them pair into stereo by themselves.",
			"Real knobs that you can turn without looking.",
			"Bass that stays in the room.",
			"Takes sound by air, by wire and from a turntable.",
			"A cloth front that clips off for washing.",
		],
		care: [
			"Give it a hand's width of air to the wall and it will sing.",
			"Updates come rarely and never take a function away.",
			"Held by screws throughout, so it can be opened and mended.",
		],
		goods: `
	Verrin Tower | Bookshelf sound with manners | verrin |
	189 | ink walnut chalk | Wood and paper cone
	A small cabinet that plays a big band without turning the shelf into a drum.
	Verrin Tower 书架音箱 | 小箱体，大场面
	Verrin Picnic | Handle up, off we go | verrin | 119 | coral sage butter | Splash-proof cloth
	Plays from the first sandwich to the last bus and does not mind a spilt lemonade.
	Verrin Picnic 便携音箱 | 提手一拎就出发
	Verrin Nook | For a kitchen shelf | verrin | 89 | oat teal brick | Recycled plastics
	Tuned for a shelf between jars, so voices on the radio come out clear.
	Verrin Nook 厨房音箱 | 人声清晰，架上小巧
	Verrin Lantern | A speaker for the terrace | verrin | 149 | forest slate | Aluminium, rainproof
	Sends its sound round in a circle, so nobody has the bad seat.
	Verrin Lantern 露台音箱 | 环绕发声，处处好听
	Verrin Duo | A pair for the record player | verrin | 359 | oak coal | Oak veneer
	Comes as two, wired for a turntable, and makes old records sound like news.
	Verrin Duo 立体声音箱 | 成对出售，唱机良伴
	Verrin Pebble | Pocket-sized and loud enough | verrin | 49 | sky lilac plum | Rubber and steel
	Falls into a puddle, floats, goes on playing.
	Verrin Pebble 迷你音箱 | 口袋大小，防水漂浮
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
			"A dial for each thing that matters.",
			"The shutter is a whisper.",
			"Weather seals at every dial.",
			"A viewfinder that glasses may touch.",
			"A strap of woven cotton is in the box.",
		],
		care: [
			"A blower and a soft cloth are in the box; leave the rest to us.",
			"Our workshop cleans and checks it once for free in the first year.",
			"Old lenses fit with a small ring that we sell at cost.",
		],
		goods: `
	Fokalin F2 | The street camera | fokalin | 799 | coal cocoa | Magnesium and leather
	Small, silent and quick, it is ready before the moment knows that it is one.
	Fokalin F2 街拍相机 | 小巧安静，快人一步
	Fokalin Weekend | Simple, sunny, sharp | fokalin | 389 | coral sky butter | Aluminium
	Three modes, one lens, and colours that look like you remember the day.
	Fokalin Weekend 周末相机 | 三档直出好色彩
	Fokalin R10 | Full frame, full day | fokalin | 1699 | coal slate | Magnesium
	Weddings, mountains, newborns: it works until you are tired, and then in the dark.
	Fokalin R10 全画幅相机 | 从早拍到黑
	Fokalin Instant | A print in a minute | fokalin | 149 | blush teal oat | Recycled plastics
	Takes the picture, shakes its head, and gives you the only copy there will ever be.
	Fokalin Instant 拍立得 | 一分钟拿到照片
	Fokalin Thirty-Five | Film, wound by thumb | fokalin | 459 | brick forest | Brass and leather
	No screen, no battery for the shutter, thirty-six chances to pay attention.
	Fokalin 35 胶片相机 | 拇指过片，三十六张
	Fokalin Vlog Kit | Looks back at you | fokalin | 649 | lilac chalk | Aluminium
	The screen turns to you, the microphone listens to you, and your face stays sharp.
	Fokalin Vlog 套装 | 翻转屏，收音清晰
`,
	},
];
