import type { Network } from './network.ts';

/**
 * Sends the greatest flow at the least cost (primal-dual: cheapest distances, then Dinic over the arcs that lie on
 * cheapest ways). Answers the flow; the arcs used are those whose capacity is gone.
 */
export function minCostFlow(net: Network, source: number, sink: number): number {
	const potential = new Array<number>(net.first.length).fill(0);
	let flow = 0;

	while (raise(net, potential, source, sink)) {
		for (;;) {
			const level = levels(net, potential, source, sink);
			if (level[sink] === -1) break;

			flow += block(net, potential, level, source, sink);
		}
	}
	return flow;
}

/** Pushes along the levels until no way is left. */
function block(net: Network, potential: number[], level: number[], source: number, sink: number): number {
	const arcs = [...net.first];
	let flow = 0;

	for (;;) {
		const sent = push(net, potential, level, arcs, source, sink, Infinity);
		if (sent === 0) return flow;
		flow += sent;
	}
}

/** Dijkstra over reduced costs; raises the potentials, or says that the sink cannot be reached any more. */
function raise(net: Network, potential: number[], source: number, sink: number): boolean {
	const nodes = net.first.length;
	const distance = new Array<number>(nodes).fill(Infinity);
	const settled = new Array<boolean>(nodes).fill(false);
	distance[source] = 0;

	for (;;) {
		let node = -1;
		for (let candidate = 0; candidate < nodes; candidate++) {
			if (settled[candidate] || distance[candidate] === Infinity) continue;
			if (node === -1 || at(distance, candidate) < at(distance, node)) node = candidate;
		}
		if (node === -1) break;
		settled[node] = true;

		for (let arc = at(net.first, node); arc !== -1; arc = at(net.next, arc)) {
			if (at(net.capacity, arc) === 0) continue;
			const to = at(net.to, arc);
			const through = at(distance, node) + reduced(net, potential, node, arc);
			if (through < at(distance, to)) distance[to] = through;
		}
	}

	const reach = at(distance, sink);
	if (reach === Infinity) return false;
	for (let node = 0; node < nodes; node++)
		potential[node] = at(potential, node) + Math.min(at(distance, node), reach);
	return true;
}

/** Breadth-first levels over the arcs on cheapest ways. */
function levels(net: Network, potential: number[], source: number, sink: number): number[] {
	const level = new Array<number>(net.first.length).fill(-1);
	const queue = [source];
	level[source] = 0;

	for (let place = 0; place < queue.length && level[sink] === -1; place++) {
		const node = at(queue, place);
		for (let arc = at(net.first, node); arc !== -1; arc = at(net.next, arc)) {
			const to = at(net.to, arc);
			if (level[to] !== -1 || at(net.capacity, arc) === 0 || reduced(net, potential, node, arc) !== 0)
				continue;
			level[to] = at(level, node) + 1;
			queue.push(to);
		}
	}
	return level;
}

/** One way from the node to the sink, level by level; spent arcs are not looked at again. */
function push(
	net: Network,
	potential: number[],
	level: number[],
	arcs: number[],
	node: number,
	sink: number,
	limit: number
): number {
	if (node === sink) return limit;

	for (; arcs[node] !== -1; arcs[node] = at(net.next, at(arcs, node))) {
		const arc = at(arcs, node);
		const to = at(net.to, arc);
		const free = at(net.capacity, arc);
		if (free === 0 || level[to] !== at(level, node) + 1 || reduced(net, potential, node, arc) !== 0) continue;

		const sent = push(net, potential, level, arcs, to, sink, Math.min(limit, free));
		if (sent === 0) continue;
		net.capacity[arc] = free - sent;
		net.capacity[arc ^ 1] = at(net.capacity, arc ^ 1) + sent;
		return sent;
	}
	return 0;
}

function reduced(net: Network, potential: number[], from: number, arc: number): number {
	return at(net.cost, arc) + at(potential, from) - at(potential, at(net.to, arc));
}

function at(list: number[], place: number): number {
	return list[place] as number;
}
