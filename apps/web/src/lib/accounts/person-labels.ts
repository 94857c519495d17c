import { m } from '#lib/paraglide/messages.js';

/** What `PersonFields` calls its fields. */
export function personLabels(): Record<string, string> {
	return {
		surname: m.account_surname(),
		givenName: m.account_given_name(),
		patronymic: m.account_patronymic(),
		gender: m.account_gender(),
		position: m.account_position(),
		organisationId: m.account_organisation()
	};
}
