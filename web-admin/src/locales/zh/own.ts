import type { Texts } from "../en.ts";

export const own: Pick<Texts, "avatar" | "mailbox" | "own"> = {
	avatar: {
		title: "您的头像",
		choose: "选择头像",
		other: "更换头像",
		drop: "移除头像",
		tooBig: "{name} 超过 10 MB。",
		gone: "头像已删除。",
	},
	mailbox: {
		confirmed: "已确认",
		unconfirmed: "尚未确认",
		confirm: "发送确认链接",
		mailed: "邮件已发送至 {email}。链接仅可使用一次，15 分钟内有效，将打开商城页面，无需登录。完成后请返回此处。",
		change: "更改邮箱",
		send: "发送链接",
		next: "新邮箱",
		nextHint: "我们会向新邮箱发送链接，打开后新邮箱即生效。",
	},
	own: {
		title: "您的数据",
		copyText:
			"我们保存的关于您的一切，包括您在此的工作和作为顾客的数据，以可读文件打包为 ZIP。",
		download: "下载我的数据",
		copying: "正在生成副本……",
		endText: "您可以注销账号：我们保存的关于您的数据将被清除。",
		end: "注销我的账号",
		sure: "确定永久注销账号？",
		sureText: "您将立即在所有设备上退出登录（包括商城），账号无法恢复。",
		goes: "将被清除",
		goesText:
			"您的姓名、邮箱、地址、头像、角色和登录记录。您创建的 API 密钥将失效。作为顾客：购物车、积分、优惠券以及历史订单中的姓名。",
		stays: "将会保留",
		staysText: "不含您姓名的订单和发票，以及审计日志中您的操作记录（仅以编号标识）。",
		erase: "清除所有数据",
		erased: "您的账号已注销。感谢您的陪伴，再见。",
	},
};
