import { contracts } from "#contracts/index";
import { system } from "#contracts/system";
import { mixin } from "#mixins/mixin";
import { service } from "#mixins/service";
import { Breakers } from "./breakers.ts";
import { nodesByService, nodesOf } from "./nodes.ts";

interface Watching {
	breakers: Breakers;
}

const watching = mixin<Watching>({
	created() {
		this.breakers = new Breakers();
	},
	events: {
		"$circuit-breaker.opened"({ params, nodeID }) {
			this.breakers.note(params, nodeID, "open");
		},
		"$circuit-breaker.half-opened"({ params, nodeID }) {
			this.breakers.note(params, nodeID, "half-open");
		},
		"$circuit-breaker.closed"({ params, nodeID }) {
			this.breakers.close(params, nodeID);
		},
		"$node.disconnected"({ params }: { params: { node: { id: string } } }) {
			this.breakers.forget(params.node.id);
		},
	},
});

export default service(system, {
	mixins: [watching],

	actions: {
		async nodes(ctx) {
			return nodesOf(ctx.broker);
		},

		async services(ctx) {
			const running = nodesByService(ctx.broker);
			const names = ["api", ...contracts.map(({ $ }) => $.service)].toSorted();
			return names.map((name) => {
				const nodes = running.get(name) ?? [];
				return { name, nodes, isUp: nodes.length > 0 };
			});
		},

		async breakers() {
			return this.breakers.all();
		},
	},
});
