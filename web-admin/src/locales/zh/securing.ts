import type { Texts } from "../en.ts";

export const securing: Pick<Texts, "factor" | "security"> = {
	factor: {
		title: "两步验证",
		text: "除密码外，还需手机应用中的验证码：仅有密码无法登录。",
		required: "本商城要求工作人员启用两步验证，设置后方可继续。",
		setUp: "开始设置",
		begin: "继续",
		scan: "请用验证器应用扫描此码，然后输入应用显示的验证码。",
		qr: "供验证器应用扫描的二维码",
		orType: "无法扫描？请在应用中输入：",
		code: "验证码",
		codeHint: "应用中的 6 位数字，或一个恢复码。",
		turnOn: "启用",
		renew: "重新生成恢复码",
		remove: "停用",
		left: "没有剩余恢复码 | 剩余 {count} 个恢复码 | 剩余 {count} 个恢复码",
		keep: "请妥善保存这些恢复码。手机不在身边时，每个可登录一次。之后不再显示。",
		kept: "我已保存",
		step: "还差一步：请输入验证器应用中的验证码。",
		back: "使用其他账号",
		take: "取消",
		takeTitle: "取消 {name} 的两步验证？",
		takeText: "适用于对方丢失手机的情况。对方将在所有设备退出登录，重新设置前仅凭密码登录。",
		taken: "{name} 现在仅凭密码登录。",
	},
	security: {
		title: "安全",
		staffSecondFactor: "工作人员登录需两步验证",
		staffHint: "未启用者在下一次操作时须先完成设置。",
	},
};
