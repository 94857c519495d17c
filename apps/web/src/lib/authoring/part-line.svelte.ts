import type { DraftFinding } from '@stazhirovka/contract/authoring';
import type { Json, PartName } from '@stazhirovka/domain/outline';
import { AutoSave } from '#lib/forms/autosave.svelte.ts';
import type { LocalCopy } from '#lib/forms/local-copy.ts';
import type { Draft } from '#lib/forms/saving.ts';
import { createPartSend, wrapped, type RivalFacts } from './saving.ts';

/** The outside of a part on the screen. */
export type PartPorts = {
	url: string;
	fetch: typeof globalThis.fetch;
	copy: LocalCopy;
	read: () => Json | undefined;
	show: (value: Json | undefined) => void;
	findings: (findings: DraftFinding[]) => void;
};

/** One part of the draft and how it is stored: apart from the others, on top of the revision it was read from. */
export class PartLine {
	readonly part: PartName;
	readonly autosave: AutoSave;
	#ports: PartPorts;
	#rivalFacts: RivalFacts | null = $state.raw(null);

	constructor(part: PartName, stored: { revision: number; savedAt: string | null }, ports: PartPorts) {
		this.part = part;
		this.#ports = ports;
		const send = createPartSend(ports.url, ports.fetch, {
			findings: ports.findings,
			rival: (facts) => (this.#rivalFacts = facts)
		});
		const read = () => wrapped(ports.read());
		this.autosave = new AutoSave({ read, send, keep: ports.copy.write, tell: () => undefined }, stored);
	}

	/** The version that somebody stored meanwhile, with who and when; nothing is sent until the author has chosen. */
	get rival() {
		const { rival } = this.autosave;
		return rival && { value: valueOf(rival), ...this.#rivalFacts };
	}

	/** Somebody else has stored a newer revision: it is shown at once when nothing of mine waits here. */
	hear(revision: number, value: Json | undefined, facts: RivalFacts): boolean {
		// What is under way may be that very revision: it is heard of again.
		if (revision <= this.autosave.revision || this.autosave.status === 'saving') return false;

		this.#rivalFacts = facts;
		const untouched = !this.autosave.isDirty && !this.autosave.rival;
		this.autosave.meet({ revision, answer: wrapped(value) });
		if (untouched) this.takeTheirs();
		return true;
	}

	takeTheirs() {
		const { rival } = this.autosave;
		if (!rival) return;
		this.#ports.show(valueOf(rival));
		this.autosave.takeTheirs();
	}

	/** Takes up what a lost connection or a closed lid left on this device; true when there was something. */
	async restore(): Promise<boolean> {
		const copy = await this.#ports.copy.read();
		if (!copy || this.autosave.isDirty) return false;

		const stored = wrapped(this.#ports.read());
		if (JSON.stringify(copy.answer) === JSON.stringify(stored)) {
			await this.#ports.copy.write(null);
			return false;
		}
		this.#ports.show(valueOf(copy));
		if (copy.revision < this.autosave.revision) {
			this.autosave.meet({ revision: this.autosave.revision, answer: stored });
		} else this.autosave.touch();
		return true;
	}
}

function valueOf(draft: Draft): Json | undefined {
	return (draft.answer.value as Json | null) ?? undefined;
}
