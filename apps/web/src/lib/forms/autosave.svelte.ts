import { sameAnswer } from './answers.ts';
import type { Draft, SaveOutcome, Send } from './saving.ts';

/** What the page says about saving; `waiting` and `saving` look alike to a person. */
export type SaveStatus = 'calm' | 'waiting' | 'saving' | 'saved' | 'unreachable' | 'changed' | 'refused';

/** The outside of an autosave: what to store, where, and whom to tell. Closures, so that nothing is copied. */
export type SaveLine = {
	read: () => Draft['answer'];
	send: Send;
	/** Keeps a copy on this device until it is stored for good; `null` forgets it. Resolves when it is kept. */
	keep: (draft: Draft | null) => Promise<void> | void;
	/** Tells the other tabs what has just been stored. */
	tell: (draft: Draft) => void;
};

const PAUSE = 1200;
const RETRIES = [2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * Saves one answer on top of the revision it was read from: after a pause in typing, on leaving, and again and again
 * while there is no connection. An older tab is told, never merged.
 */
export class AutoSave {
	#line: SaveLine;
	#revision: number = $state(0);
	#savedAt: string | null = $state(null);
	#status: SaveStatus = $state('calm');
	#code = $state('');
	#rival: Draft | null = $state.raw(null);
	#changes = 0;
	#stored = 0;
	#failures = 0;
	#kept: Promise<void> | void = undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#underway: Promise<void> | null = null;

	constructor(line: SaveLine, stored: { revision: number; savedAt: string | null }) {
		this.#line = line;
		this.#revision = stored.revision;
		this.#savedAt = stored.savedAt;
		if (stored.savedAt) this.#status = 'saved';
	}

	get revision() {
		return this.#revision;
	}

	get savedAt() {
		return this.#savedAt;
	}

	get status() {
		return this.#status;
	}

	/** Why saving was refused, when it was. */
	get code() {
		return this.#code;
	}

	/** The version that was stored elsewhere meanwhile; nothing is sent until the person has chosen. */
	get rival() {
		return this.#rival;
	}

	get isDirty() {
		return this.#changes > this.#stored;
	}

	/** The answer has changed. */
	touch() {
		this.#changes++;
		this.#kept = this.#line.keep({ revision: this.#revision, answer: this.#line.read() });
		if (this.#rival) return;

		if (this.#status !== 'unreachable') this.#status = 'waiting';
		if (this.#failures === 0) this.#plan(PAUSE);
	}

	/** Saves now what is not saved yet. Resolves when nothing is under way. */
	async flush(keepalive = false) {
		clearTimeout(this.#timer);
		while (this.#underway) await this.#underway;
		if (!this.isDirty || this.#rival) return;

		this.#underway = this.#save(keepalive).finally(() => (this.#underway = null));
		await this.#underway;
	}

	/** Another version exists: from the service's refusal, another tab, or a copy older than what is stored. */
	meet(rival: Draft) {
		if (rival.revision < this.#revision) return;
		if (sameAnswer(rival.answer, this.#line.read()))
			return this.#settle(rival.revision, this.#savedAt, this.#changes);

		clearTimeout(this.#timer);
		this.#rival = rival;
		this.#status = 'changed';
	}

	/** My version goes on top of the other one, as a new revision. */
	async keepMine() {
		if (!this.#rival) return;

		this.#revision = this.#rival.revision;
		this.#rival = null;
		this.touch();
		await this.flush();
	}

	/** A refused sheet was stored as far as it could be: what follows goes on top of that. */
	advance(revision: number) {
		this.#revision = Math.max(this.#revision, revision);
	}

	/** The other version has been put on the screen. */
	takeTheirs() {
		if (!this.#rival) return;

		const { revision } = this.#rival;
		this.#rival = null;
		this.#settle(revision, this.#savedAt, this.#changes);
	}

	/** The page goes away or the form has been handed in. */
	stop() {
		clearTimeout(this.#timer);
	}

	#plan(after: number) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), after);
	}

	async #save(keepalive: boolean) {
		const draft = { revision: this.#revision, answer: this.#line.read() };
		const upTo = this.#changes;

		if (this.#status !== 'unreachable') this.#status = 'saving';
		const outcome = await this.#line.send(draft, keepalive);
		// «Сохраним позже» is a promise that a closed lid must not break.
		if (outcome.kind === 'unreachable') await this.#kept;
		this.#hear(outcome, draft, upTo);
	}

	#hear(outcome: SaveOutcome, sent: Draft, upTo: number) {
		this.#failures = outcome.kind === 'unreachable' ? this.#failures + 1 : 0;

		switch (outcome.kind) {
			case 'saved':
				this.#settle(outcome.revision, outcome.savedAt, upTo);
				return this.#line.tell({ revision: outcome.revision, answer: sent.answer });
			case 'changed':
				return this.meet(outcome);
			case 'unreachable':
				this.#status = 'unreachable';
				return this.#plan(RETRIES[Math.min(this.#failures, RETRIES.length) - 1] ?? PAUSE);
			case 'refused':
				this.#code = outcome.code;
				this.#status = 'refused';
		}
	}

	#settle(revision: number, savedAt: string | null, upTo: number) {
		this.#revision = revision;
		this.#savedAt = savedAt;
		this.#stored = upTo;
		if (this.isDirty) {
			this.#status = 'waiting';
			return this.#plan(PAUSE);
		}

		this.#status = 'saved';
		void this.#line.keep(null);
	}
}
