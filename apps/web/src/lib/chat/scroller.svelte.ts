import { untrack } from 'svelte';
import { noHeights, rowAt, topsOf } from './heights.ts';
import type { Row } from './rows.ts';

/** The row that stays where it is on the screen, whatever changes above it: its key, and how far it is scrolled past. */
type Anchor = { key: string; past: number } | 'end';

/** Rows are drawn so many pixels before they come into sight. */
const AHEAD = 700;
const AT_END = 24;

/**
 * Draws of many rows only those near the screen. What a person reads stays in its place while earlier pages come,
 * pictures load and rows turn out higher than guessed. Own, because all it needs is in these lines: libraries for
 * this either keep no place when rows come before it or know nothing of rows that grow.
 */
export class Scroller {
	readonly rows: () => readonly Row[] = () => [];
	readonly #measured = noHeights();
	#version = $state(0);
	#list: HTMLElement | undefined;
	#scrolled = $state(0);
	#view = $state(0);
	#anchor: Anchor = 'end';
	/** Where we have put the list ourselves: that is no wish of the person. */
	#ours = -1;
	#watch: ResizeObserver | undefined;
	atEnd = $state(true);
	readonly #tops = $derived.by(() => {
		void this.#version;
		return topsOf(this.rows(), this.#measured);
	});
	/** Until the list is on a screen, as on the server, everything is drawn. */
	readonly range = $derived.by(() => {
		const count = this.rows().length;
		if (this.#view === 0) return { start: 0, end: count };
		const start = rowAt(this.#tops, this.#scrolled - AHEAD);
		return { start, end: Math.min(count, rowAt(this.#tops, this.#scrolled + this.#view + AHEAD) + 1) };
	});
	readonly drawn = $derived(this.rows().slice(this.range.start, this.range.end));
	readonly height = $derived(this.#view === 0 ? null : (this.#tops.at(-1) ?? 0));
	readonly shift = $derived(this.#view === 0 ? 0 : (this.#tops[this.range.start] ?? 0));

	/**
	 * `view`: how high the list will be about, where nothing has been drawn yet (0: the server has drawn it). Then only
	 * the rows round the place where the person arrives are drawn, not all to be measured and thrown away.
	 */
	constructor(rows: () => readonly Row[], view = 0, arrival?: { key: string; part: number }) {
		this.rows = rows;
		if (view === 0) return;
		this.#view = view;
		if (arrival) this.#anchor = { key: arrival.key, past: -Math.round(view * arrival.part) };
		this.#scrolled = this.#within(this.#wanted() ?? Infinity);
	}

	/** The rows in sight, by their keys' places; null before the list is on a screen. */
	get sight(): { first: number; last: number } | null {
		if (this.#view === 0) return null;
		return {
			first: rowAt(this.#tops, this.#scrolled + 1),
			last: rowAt(this.#tops, this.#scrolled + this.#view - 8)
		};
	}

	/** For the element that scrolls. */
	attach = (list: HTMLElement) => {
		this.#list = list;
		const watch = new ResizeObserver((entries) => this.#measure(entries));
		this.#watch = watch;
		watch.observe(list);
		for (const row of list.querySelectorAll('[data-row]')) watch.observe(row);
		untrack(() => {
			if (this.#view > 0) list.scrollTop = this.#scrolled;
			this.#look();
		});

		$effect(() => {
			void this.#tops;
			void this.#view;
			untrack(() => this.#hold());
		});
		return () => watch.disconnect();
	};

	/** For each row. */
	row = (element: HTMLElement) => {
		this.#watch?.observe(element);
		return () => this.#watch?.unobserve(element);
	};

	scrolled = () => {
		const list = this.#list;
		if (!list) return;
		this.#scrolled = list.scrollTop;
		this.#sum();
		if (Math.abs(this.#scrolled - this.#ours) >= 2) this.#anchor = this.atEnd ? 'end' : this.#anchorHere();
	};

	toEnd(): void {
		this.#anchor = 'end';
		this.#hold();
	}

	/** Brings a row into sight and keeps it there while its neighbours are measured. False when it is not among the rows. */
	show(key: string, part = 0.3): boolean {
		if (!this.rows().some((row) => row.key === key)) return false;
		this.#anchor = { key, past: -Math.round(this.#view * part) };
		this.#hold();
		return true;
	}

	/** Brings a row into sight only when it is not, as a key does. */
	reveal(key: string): void {
		const at = this.rows().findIndex((row) => row.key === key);
		const [top, bottom] = [this.#tops[at] ?? 0, this.#tops[at + 1] ?? 0];
		const inside = top >= this.#scrolled && bottom <= this.#scrolled + this.#view;
		if (at >= 0 && !inside) this.show(key, top < this.#scrolled ? 0.05 : 0.6);
	}

	#look(): void {
		const list = this.#list;
		if (!list) return;
		this.#scrolled = list.scrollTop;
		this.#view = list.clientHeight;
		this.#sum();
	}

	/** By our own sums: to ask the list would make the browser lay everything out at once. */
	#sum(): void {
		this.atEnd = this.#within(Infinity) - this.#scrolled < AT_END;
	}

	#within(top: number): number {
		return Math.max(0, Math.min(Math.round(top), Math.ceil((this.#tops.at(-1) ?? 0) - this.#view)));
	}

	/** A message, not the name of a day: that stays first when earlier messages of the day come. */
	#anchorHere(): Anchor {
		const rows = this.rows();
		let at = rowAt(this.#tops, this.#scrolled);
		while (rows[at]?.kind === 'day') at++;
		const row = rows[at];
		return row ? { key: row.key, past: this.#scrolled - (this.#tops[at] ?? 0) } : 'end';
	}

	#hold(): void {
		const list = this.#list;
		if (!list || this.#view === 0) return;
		const wanted = this.#wanted();
		if (wanted === null) return;

		const there = this.#within(wanted);
		if (Math.abs(this.#scrolled - there) >= 1) {
			list.scrollTop = there;
			this.#scrolled = list.scrollTop;
		}
		this.#ours = this.#scrolled;
		this.#sum();
	}

	#wanted(): number | null {
		const anchor = this.#anchor;
		if (anchor === 'end') return Infinity;
		const at = this.rows().findIndex(({ key }) => key === anchor.key);
		return at < 0 ? null : (this.#tops[at] ?? 0) + anchor.past;
	}

	#measure(entries: ResizeObserverEntry[]): void {
		let changed = false;
		for (const { target, borderBoxSize } of entries) {
			if (target === this.#list) this.#look();
			const key = target instanceof HTMLElement ? target.dataset.row : undefined;
			const height = borderBoxSize[0]?.blockSize ?? 0;
			if (key === undefined || height === 0 || this.#measured.get(key) === height) continue;
			this.#measured.set(key, height);
			changed = true;
		}
		if (changed) this.#version++;
	}
}
