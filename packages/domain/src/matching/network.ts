/**
 * A flow network with costs. Arcs lie in pairs: `arc ^ 1` is the way back. Typed by position for speed: a cohort of a
 * thousand has a million arcs.
 */
export type Network = {
	first: number[];
	next: number[];
	to: number[];
	capacity: number[];
	cost: number[];
};

export function network(nodes: number): Network {
	return { first: new Array<number>(nodes).fill(-1), next: [], to: [], capacity: [], cost: [] };
}

/** Adds an arc and answers its number. Costs are whole and not negative. */
export function connect(net: Network, from: number, to: number, capacity: number, cost: number): number {
	const arc = net.to.length;
	half(net, from, to, capacity, cost);
	half(net, to, from, 0, -cost);
	return arc;
}

function half(net: Network, from: number, to: number, capacity: number, cost: number) {
	net.next.push(net.first[from] ?? -1);
	net.first[from] = net.to.length;
	net.to.push(to);
	net.capacity.push(capacity);
	net.cost.push(cost);
}
