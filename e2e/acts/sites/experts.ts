import { signIn, signUp, type Newcomer } from '../newcomers.ts';

/** Three who sit in all councils of a run. */
export class Experts {
	readonly #baseURL: string;
	#known: Newcomer[] | undefined;
	#sitting: Newcomer[] | undefined;

	constructor(baseURL: string) {
		this.#baseURL = baseURL;
	}

	async known(): Promise<Newcomer[]> {
		const come = (surname: string) => signUp(this.#baseURL, { surname });
		return (this.#known ??= await Promise.all(['Судилова', 'Взвешева', 'Мерилова'].map(come)));
	}

	/** With the rights that their first council gave them. */
	async sitting(): Promise<Newcomer[]> {
		const known = await this.known();
		return (this.#sitting ??= await Promise.all(known.map((one) => signIn(this.#baseURL, one))));
	}
}
