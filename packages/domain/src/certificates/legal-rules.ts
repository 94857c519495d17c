/** A rule of the law with the days on which it holds, both included; `until` null: nobody has ended it. */
type InForce = { act: string; from: string; until: string | null };

/** What an удостоверение о повышении квалификации asks for. A certificate is nobody's form: no rule is about it. */
export type LegalRule = InForce &
	(
		| { about: 'hours'; least: number; below: number }
		/** `private_teachers`: who teaches by programmes of general education may not be taught by a private organisation. */
		| { about: 'licence' | 'attestation' | 'education' | 'private_teachers' }
	);

/**
 * Practice §1 as data: when an act changes, the old line gets its last day and a new line stands below it, so that a
 * document is judged by what was in force on its own day.
 */
export const LEGAL_RULES: readonly LegalRule[] = [
	{
		about: 'hours',
		least: 16,
		below: 250,
		act: 'приказ Минобрнауки России от 01.07.2013 № 499, п. 12',
		from: '2013-09-01',
		until: '2025-08-31'
	},
	{
		about: 'hours',
		least: 16,
		below: 250,
		act: 'приказ Минобрнауки России от 24.03.2025 № 266, п. 18',
		from: '2025-09-01',
		until: '2031-08-31'
	},
	{
		about: 'licence',
		act: 'Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 91',
		from: '2013-09-01',
		until: null
	},
	{
		about: 'attestation',
		act: 'Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76',
		from: '2013-09-01',
		until: null
	},
	{
		about: 'education',
		act: 'Федеральный закон от 29.12.2012 № 273-ФЗ, ст. 76',
		from: '2013-09-01',
		until: null
	},
	{
		about: 'private_teachers',
		act: 'Федеральный закон от 29.12.2012 № 273-ФЗ в редакции, действующей с 01.09.2025',
		from: '2025-09-01',
		until: null
	}
];
