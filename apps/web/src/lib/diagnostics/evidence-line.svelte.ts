import type { DeficitCard } from '@stazhirovka/contract/diagnostics';
import type { Answer } from '@stazhirovka/domain/forms';
import { sameAnswer } from '#lib/forms/answers.ts';
import type { PlacedWarning } from '#lib/forms/privacy.ts';
import { savedNow, type Draft, type SaveOutcome } from '#lib/forms/saving.ts';
import { evidenceIn } from './evidence-form.ts';

type Problem = { code?: string; details?: { warnings?: PlacedWarning[] } };
type Told = { status: number; body: unknown };

/**
 * How the words on each row travel to the card. The card has one revision for words, decisions and signatures, so a
 * newer card is another version of the words only when the words differ from those last heard of.
 */
export class EvidenceLine {
	#url: string;
	#fetch: typeof globalThis.fetch;
	#heard: Answer;
	#oncard: (card: DeficitCard) => void;
	#warnings: PlacedWarning[] = $state.raw([]);
	#cleared: string[] = [];

	/** `url` is the card's; `oncard` gets every newer card that comes back. */
	constructor(
		url: string,
		card: DeficitCard,
		fetch: typeof globalThis.fetch,
		oncard: (card: DeficitCard) => void
	) {
		this.#url = url;
		this.#heard = evidenceIn(card);
		this.#fetch = fetch;
		this.#oncard = oncard;
	}

	/** What looks like a pupil's name or diagnosis: nothing is stored until the author has looked (R166). */
	get warnings() {
		return this.#warnings;
	}

	/** The author has looked at them. */
	confirm() {
		this.#cleared.push(...this.#warnings.map(({ fragment }) => fragment));
		this.#warnings = [];
	}

	/** A card has come by another way; true when its words are those last heard of. */
	hear(card: DeficitCard): boolean {
		const words = evidenceIn(card);
		const same = sameAnswer(words, this.#heard);
		this.#heard = words;
		return same;
	}

	readonly send = (draft: Draft, keepalive: boolean) => this.#save(draft, keepalive, true);

	async #save(draft: Draft, keepalive: boolean, again: boolean): Promise<SaveOutcome> {
		const told = await this.#put(draft, keepalive, false);
		if (codeOf(told) !== 'form.privacy') return this.#outcomeOf(told, draft, keepalive, again);

		this.#warnings = warningsOf(told).filter(({ fragment }) => !this.#cleared.includes(fragment));
		if (this.#warnings.length) return { kind: 'refused', code: 'form.privacy', faults: [] };
		return this.#outcomeOf(await this.#put(draft, keepalive, true), draft, keepalive, again);
	}

	async #outcomeOf(
		told: Told | null,
		draft: Draft,
		keepalive: boolean,
		again: boolean
	): Promise<SaveOutcome> {
		if (!told || told.status >= 500 || told.status === 429) return { kind: 'unreachable' };
		if (told.status < 300) return this.#saved(told.body as DeficitCard);

		const code = told.status === 401 ? 'signed_out' : codeOf(told);
		if (code !== 'deficit_card.changed_meanwhile') return { kind: 'refused', code, faults: [] };
		return this.#meet(draft, keepalive, again);
	}

	#saved(card: DeficitCard): SaveOutcome {
		this.#warnings = [];
		this.hear(card);
		this.#oncard(card);
		return savedNow(card.revision);
	}

	/** Words that nobody has touched meanwhile are no other version: mine go on top of the newer card. */
	async #meet(draft: Draft, keepalive: boolean, again: boolean): Promise<SaveOutcome> {
		const told = await this.#ask(this.#url, {});
		if (told?.status !== 200) return { kind: 'unreachable' };

		const card = told.body as DeficitCard;
		const same = this.hear(card);
		this.#oncard(card);
		if (same && again) return this.#save({ ...draft, revision: card.revision }, keepalive, false);
		return { kind: 'changed', revision: card.revision, answer: evidenceIn(card) };
	}

	#put({ revision, answer }: Draft, keepalive: boolean, confirmedPrivacy: boolean): Promise<Told | null> {
		return this.#ask(`${this.#url}/evidence`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ revision, evidence: answer, confirmedPrivacy }),
			keepalive
		});
	}

	async #ask(url: string, init: RequestInit): Promise<Told | null> {
		const response = await this.#fetch(url, init).catch(() => null);
		return response && { status: response.status, body: await response.json().catch(() => null) };
	}
}

function codeOf(told: Told | null): string {
	return (told?.body as Problem | null)?.code ?? '';
}

function warningsOf(told: Told | null): PlacedWarning[] {
	return (told?.body as Problem | null)?.details?.warnings ?? [];
}
