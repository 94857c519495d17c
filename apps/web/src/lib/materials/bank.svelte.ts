import type { BankMaterial, MaterialBank } from '@stazhirovka/contract/materials';
import type { MaterialKind } from '@stazhirovka/domain/materials';
import { ask, type Told } from '#lib/chat/ask.ts';

type Spoken = Pick<BankMaterial, 'kind' | 'title' | 'transcript'> & { captionsId: string | null };

/** The files that a site keeps for its programmes, as this page knows them. */
export class Bank {
	readonly siteId: string;
	#materials: readonly BankMaterial[] = $state.raw([]);
	#state: 'new' | 'asked' | 'known' | 'unreachable' = $state('new');
	/** Code of the last refusal. */
	#problem: string | null = $state(null);

	constructor(siteId: string, materials?: readonly BankMaterial[]) {
		this.siteId = siteId;
		if (!materials) return;
		this.#materials = materials;
		this.#state = 'known';
	}

	get materials() {
		return this.#materials;
	}

	get state() {
		return this.#state;
	}

	get problem() {
		return this.#problem;
	}

	/** Where uploads begin whose files may come into the bank. */
	get place() {
		return `/api/uploads?siteId=${this.siteId}`;
	}

	byFile(fileId: unknown): BankMaterial | undefined {
		return this.#materials.find(({ file }) => file.id === fileId);
	}

	/** Asks once, however many controls need it. */
	async load(): Promise<void> {
		if (this.#state === 'asked' || this.#state === 'known') return;
		this.#state = 'asked';
		const told = await ask<MaterialBank>('GET', `/sites/${this.siteId}/materials`);
		if (told.ok) this.#materials = told.value.materials;
		this.#state = told.ok ? 'known' : 'unreachable';
	}

	add(added: { kind: MaterialKind; title: string; fileId: string }): Promise<BankMaterial | null> {
		return this.#take(ask('POST', `/sites/${this.siteId}/materials`, added));
	}

	change(id: string, spoken: Spoken): Promise<BankMaterial | null> {
		return this.#take(ask('PUT', `/materials/${id}`, spoken));
	}

	putAway(id: string, away: boolean): Promise<BankMaterial | null> {
		return this.#take(ask('PUT', `/materials/${id}/putting-away`, { away }));
	}

	async #take(asked: Promise<Told<BankMaterial>>): Promise<BankMaterial | null> {
		const told = await asked;
		this.#problem = told.ok ? null : told.code;
		if (!told.ok) return null;

		const { value } = told;
		const known = this.#materials.some(({ id }) => id === value.id);
		this.#materials = known
			? this.#materials.map((one) => (one.id === value.id ? value : one))
			: [value, ...this.#materials];
		return value;
	}
}
