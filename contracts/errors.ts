// Errors that belong to no single service. Each service's own stand in its contract.
import { error } from "./schema.ts";

export const BODY_NOT_JSON = error(
	"BODY_NOT_JSON",
	400,
	"The body is not valid JSON.",
	"请求正文不是有效的 JSON。",
);
export const NOT_SIGNED_IN = error(
	"NOT_SIGNED_IN",
	401,
	"Log in first: the token is missing, expired or no longer valid.",
	"请先登录：令牌缺失、已过期或已失效。",
);
export const FORBIDDEN = error(
	"FORBIDDEN",
	403,
	"You lack the right {right}.",
	"您没有权限 {right}。",
);
export const LOGIN_NEEDED = error(
	"LOGIN_NEEDED",
	403,
	"This is for people who are logged in; an API key can't do it.",
	"此操作需要登录，API 密钥无法执行。",
);
export const SECOND_FACTOR_MISSING = error(
	"SECOND_FACTOR_MISSING",
	403,
	"Staff of this shop log in with a second factor. Set yours up first.",
	"本商城要求工作人员启用两步验证，请先完成设置。",
);
export const NOT_FOUND = error(
	"NOT_FOUND",
	404,
	"There is nothing at this address.",
	"该地址没有内容。",
);
export const METHOD_NOT_ALLOWED = error(
	"METHOD_NOT_ALLOWED",
	405,
	"This address answers {allowed} only.",
	"该地址仅支持 {allowed}。",
);
export const MAINTENANCE = error(
	"MAINTENANCE",
	503,
	"The shop rests for a while. What is in your cart and your orders is kept. Come back a little later.",
	"商城正在维护，您的购物车和订单都已保存，请稍后再来。",
);
export const STALE_VERSION = error(
	"STALE_VERSION",
	409,
	"It was changed by someone else in the meantime. Load it again and repeat your change.",
	"内容已被他人修改，请重新加载后再试。",
);
export const DUPLICATE = error("DUPLICATE", 409, "{what} exists already.", "{what} 已存在。");
export const IN_PROGRESS = error(
	"IN_PROGRESS",
	409,
	"The same request is still being worked on. Ask again in a moment.",
	"相同的请求正在处理中，请稍后再试。",
);
export const BODY_TOO_SLOW = error(
	"BODY_TOO_SLOW",
	408,
	"Nothing more came of the body for too long. Send it again.",
	"请求正文长时间没有后续内容，请重新发送。",
);
export const BODY_TOO_LARGE = error(
	"BODY_TOO_LARGE",
	413,
	"The body is larger than {limit} bytes.",
	"请求正文超过 {limit} 字节。",
);
export const UNSUPPORTED_MEDIA_TYPE = error(
	"UNSUPPORTED_MEDIA_TYPE",
	415,
	"Send {expected} with a matching Content-Type.",
	"请以匹配的 Content-Type 发送 {expected}。",
);
export const INVALID = error(
	"INVALID",
	422,
	"Some fields are not right: {fields}.",
	"部分字段有误：{fields}。",
);
export const KEY_REUSED = error(
	"KEY_REUSED",
	422,
	"This Idempotency-Key was used with another body.",
	"该 Idempotency-Key 已用于不同的请求正文。",
);
export const TOO_MANY_REQUESTS = error(
	"TOO_MANY_REQUESTS",
	429,
	"Too many requests. Try again in {seconds} s.",
	"请求过于频繁，请在 {seconds} 秒后重试。",
);
export const BUSY = error(
	"BUSY",
	429,
	"Too many of these are under way. Try again in {seconds} s.",
	"同类任务过多，请在 {seconds} 秒后重试。",
);
export const INTERNAL = error(
	"INTERNAL",
	500,
	"Something went wrong on our side. It has been written down under this request's id.",
	"服务器出现问题，已按此请求编号记录。",
);
export const UNAVAILABLE = error(
	"UNAVAILABLE",
	503,
	"This part of the mall is not reachable right now. Try again shortly.",
	"商城的这一部分暂时无法访问，请稍后再试。",
);
