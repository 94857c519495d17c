import type { Browser, BrowserContext } from '@playwright/test';

/** Somebody who came during this run and was in no cohort before. */
export class Newcomer {
	readonly #stamp = new Date().toISOString().slice(5, 19).replace('T', ' ');
	readonly surname = 'Новосёлова';
	readonly email = `newcomer-${Date.now()}@severorechensk.example`;
	readonly cohort = `Поток гостей ${this.#stamp}`;
	password = 'четыре слова подряд';
	state: Awaited<ReturnType<BrowserContext['storageState']>> = { cookies: [], origins: [] };
	enrolment = '';

	get options(): NonNullable<Parameters<Browser['newContext']>[0]> {
		return { storageState: this.state };
	}

	get cookie(): string {
		return this.state.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	}
}
