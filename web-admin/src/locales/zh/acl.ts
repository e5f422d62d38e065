import type { Texts } from "../en.ts";

export const acl: Pick<Texts, "acl"> = {
	acl: {
		areas: {
			orders: "订单",
			returns: "退货",
			products: "商品",
			inventory: "库存",
			media: "素材",
			reviews: "评价",
			marketing: "营销",
			content: "内容",
			users: "用户",
			roles: "角色",
			audit: "审计日志",
			insights: "数据",
			search: "搜索",
			system: "系统",
			settings: "设置",
		},
		rights: {
			orders: {
				read: "查看订单",
				write: "修改订单的地址、备注和金额",
				ship: "将订单交给承运商",
				cancel: "取消订单",
				refund: "退款和登记货到付款",
			},
			returns: { read: "查看退货", write: "同意、拒绝、接收退货并退款" },
			products: {
				read: "查看草稿和回收站中的商品",
				write: "新建、修改和回收商品、分类、品牌和标签",
				publish: "上架和下架商品",
				import: "导入和导出商品",
			},
			inventory: { read: "查看库存和变动", adjust: "调整库存" },
			media: { read: "查看已上传的文件", write: "上传和移除文件" },
			reviews: { read: "查看全部评价", moderate: "通过、隐藏和回复" },
			marketing: {
				read: "查看促销、优惠券和限时抢购",
				write: "新建和修改促销、优惠券和限时抢购",
			},
			content: { read: "查看未发布的内容", write: "修改横幅、首页和专题" },
			users: {
				read: "查看顾客和员工",
				write: "新建、修改和停用用户",
				assign: "授予和收回角色",
			},
			roles: { read: "查看角色、区域和权限", write: "创建角色、区域和权限" },
			audit: { read: "查看审计日志" },
			insights: { read: "查看销售和搜索数据" },
			search: { read: "查看搜索工作台", write: "修改同义词和置顶，重建索引" },
			system: { read: "查看节点、服务和任务", write: "切换维护模式" },
			settings: { read: "查看设置", write: "修改设置" },
		},
		roles: {
			customer: { name: "顾客", description: "在商城购物，只能看到自己的内容" },
			clerk: { name: "店员", description: "日常工作：订单、退货、库存，可查看商品目录" },
			manager: { name: "经理", description: "管理商城，但不能决定他人权限和系统设置" },
			administrator: { name: "管理员", description: "可以做任何事" },
		},
	},
};
