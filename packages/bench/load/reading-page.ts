/** What runs inside the page of a browser: it knows nothing of this file but itself. */

type Box = { top: number; bottom: number };
type Part = {
	click(): void;
	closest(what: string): Part | null;
	getBoundingClientRect(): Box;
	scrollBy(right: number, down: number): void;
	clientHeight: number;
	scrollTop: number;
};
declare const document: { querySelector(what: string): Part | null };
declare function requestAnimationFrame(drawn: (time: number) => void): void;

/**
 * Follows the link of a room inside the app and answers with the milliseconds until the line of the first unread
 * message stands in sight, drawn.
 */
export async function openAtUnread(room: string): Promise<number> {
	const from = performance.now();
	document.querySelector(`a[href="/chat/${room}"]`)?.click();
	while (performance.now() - from < 20_000) {
		await new Promise((drawn) => requestAnimationFrame(drawn));
		const line = document.querySelector('[data-row="unread"]');
		const list = line?.closest('[role="log"]');
		if (!line || !list) continue;
		const [at, within] = [line.getBoundingClientRect(), list.getBoundingClientRect()];
		if (at.top >= within.top && at.bottom <= within.bottom) return performance.now() - from;
	}
	return Number.NaN;
}

type Scrolled = { longestTask: number; longTasks: number; frame: number; seconds: number };

/**
 * Scrolls as quickly as a hand can, a screen and a half a frame: up until the first message is there, then down and up
 * through all of them. Tasks in milliseconds; `frame`: of a hundred frames the fifth longest.
 */
export async function scrollThrough(): Promise<Scrolled> {
	const list = document.querySelector('[role="log"]');
	if (!list) throw new Error('No list of messages');
	const tasks: number[] = [];
	const frames: number[] = [];
	const watch = new PerformanceObserver((seen) =>
		tasks.push(...seen.getEntries().map(({ duration }) => duration))
	);
	watch.observe({ entryTypes: ['longtask'] as never });
	const from = performance.now();
	let before = from;

	async function scroll(by: number) {
		list?.scrollBy(0, by);
		await new Promise((drawn) => requestAnimationFrame(drawn));
		const now = performance.now();
		frames.push(now - before);
		before = now;
	}
	const step = list.clientHeight * 1.5;
	/** There is nothing above any more when the list stays at its top for a second. */
	for (let still = before; before - still < 1_000 && before - from < 45_000;) {
		await scroll(-step);
		if (list.scrollTop > 0) still = before;
	}
	for (const end = before + 4_000; before < end;) await scroll(step * 2);
	for (const end = before + 4_000; before < end;) await scroll(-step * 2);
	watch.disconnect();
	frames.sort((one, other) => other - one);
	return {
		longestTask: Math.max(0, ...tasks),
		longTasks: tasks.filter((duration) => duration > 100).length,
		frame: frames[Math.floor(frames.length * 0.05)] ?? 0,
		seconds: (before - from) / 1_000
	};
}
