import type { InternKey } from './people.ts';

/** The cohort of one run, so that a journey can be repeated on the same database. */
export class World {
	title = `Поток проверки ${new Date().toISOString().slice(5, 19)}`;
	cohortId = '';
	readonly #enrolments = new Map<InternKey, string>();

	place(intern: InternKey, enrolment: string): void {
		this.#enrolments.set(intern, enrolment);
	}

	enrolment(intern: InternKey): string {
		const enrolment = this.#enrolments.get(intern);
		if (!enrolment) throw new Error(`${intern} is not enrolled yet`);
		return enrolment;
	}
	/*TMP*/ save() { return { title: this.title, cohortId: this.cohortId, e: [...this.#enrolments] }; }
	load(w: any) { this.title = w.title; this.cohortId = w.cohortId; for (const [k, v] of w.e) this.place(k, v); } /*/TMP*/
}
