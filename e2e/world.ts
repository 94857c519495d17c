import type { InternKey } from './people.ts';

/** The cohort of one run, so that a journey can be repeated on the same database. */
export class World {
	readonly title: string;
	cohortId = '';
	readonly #enrolments = new Map<InternKey, string>();

	constructor(name = 'Поток проверки') {
		this.title = `${name} ${new Date().toISOString().slice(5, 19).replace('T', ' ')}`;
	}

	place(intern: InternKey, enrolment: string): void {
		this.#enrolments.set(intern, enrolment);
	}

	enrolment(intern: InternKey): string {
		const enrolment = this.#enrolments.get(intern);
		if (!enrolment) throw new Error(`${intern} is not enrolled yet`);
		return enrolment;
	}
}
