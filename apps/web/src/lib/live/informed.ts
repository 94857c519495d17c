import { invalidate } from '$app/navigation';
import { ask, insist } from '#lib/chat/ask.ts';
import { Carrier } from '#lib/chat/carrier.ts';
import { keptOf, roomsWaiting } from '#lib/chat/kept.ts';
import type { Standing } from '#lib/shell/standing.svelte.ts';
import { on } from 'svelte/events';
import type { LiveLine } from './line.svelte.ts';
import { followUnread } from './unread.ts';

type Ports = { line: LiveLine; standing: Standing; person: string };

/** What only signed-in people need of a page that stays open; loaded for them alone. Answers with its end. */
export function stayInformed({ line, standing, person }: Ports): () => void {
	const carrier = carrierOf(line, person);
	const look = () => void carrier.look();
	look();
	const ends = [
		() => carrier.end(),
		on(window, 'online', look),
		on(document, 'roomleft', look),
		followUnread({ line, person, told: (unread) => standing.setUnread(unread) }),
		on(document, 'visibilitychange', () => void refresh(standing)),
		on(window, 'online', () => line.hurry())
	];
	return () => ends.forEach((end) => end());
}

/** Whatever page is open, what was written in a room is sent when it can be. */
function carrierOf(line: LiveLine, person: string): Carrier {
	return new Carrier({
		line,
		person,
		rooms: () => roomsWaiting(person),
		kept: (room) => keptOf(person, room),
		isOpen: (room) => location.pathname === `/chat/${room}`,
		get: (path) => ask('GET', path),
		insist: (path, body) => insist('POST', path, body)
	});
}

/** Whoever comes back to the page after a while sees today's number of unread. */
async function refresh(standing: Standing): Promise<void> {
	if (document.visibilityState !== 'visible' || !(await answers())) return;

	await invalidate('app:me');
	standing.reloaded();
}

/** Loading anew what does not come would take the person off the page, to the browser's own about the network. */
function answers(): Promise<boolean> {
	return fetch('/api/health').then(
		({ ok }) => ok,
		() => false
	);
}
