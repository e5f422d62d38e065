// What can go wrong with people, by its stable word.
import { error } from "../schema.ts";

export const USER_NOT_FOUND = error(
	"USER_NOT_FOUND",
	404,
	"There is no user {id}.",
	"没有编号为 {id} 的用户。",
);
export const USERNAME_TAKEN = error(
	"USERNAME_TAKEN",
	409,
	"The username {username} is taken. Choose another one.",
	"用户名 {username} 已被使用，请换一个。",
);
export const EMAIL_TAKEN = error(
	"EMAIL_TAKEN",
	409,
	"There is an account with this e-mail address already. Log in instead.",
	"该邮箱已注册，请直接登录。",
);
export const LAST_ADMINISTRATOR = error(
	"LAST_ADMINISTRATOR",
	409,
	"This is the last administrator. Name another one first.",
	"这是最后一位管理员，请先指定另一位。",
);
export const ADDRESS_NOT_FOUND = error(
	"ADDRESS_NOT_FOUND",
	404,
	"You have no address {id}.",
	"您没有编号为 {id} 的地址。",
);
export const TOO_MANY_ADDRESSES = error(
	"TOO_MANY_ADDRESSES",
	409,
	"You can keep {max} addresses. Remove one first.",
	"最多保存 {max} 个地址，请先删除一个。",
);
export const ORDERS_UNFINISHED = error(
	"ORDERS_UNFINISHED",
	409,
	"These orders are not finished yet: {numbers}. Cancel them or confirm their arrival first.",
	"以下订单尚未完成：{numbers}。请先取消订单或确认收货。",
);
