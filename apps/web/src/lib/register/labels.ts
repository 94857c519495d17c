import { m } from '#lib/paraglide/messages.js';

/** What the fields of both forms are called where a fault names them. */
export function personLabels(): Record<string, string> {
	return {
		genitive: m.register_forms_genitive(),
		dative: m.register_forms_dative(),
		accusative: m.register_forms_accusative(),
		birthDate: m.register_birth_date(),
		gender: m.register_gender(),
		citizenship: m.register_citizenship(),
		snils: m.register_snils(),
		'education.level': m.register_level(),
		'education.surname': m.register_diploma_surname(),
		'education.series': m.register_diploma_series(),
		'education.number': m.register_diploma_number()
	};
}
