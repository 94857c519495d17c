import type { Fact } from './paper.ts';
import { gap, words } from './wording.ts';

/** What the law asks of a written consent about the one who gives it; we do not keep it, so it is written by hand. */
export function subjectFacts(name: string): Fact[] {
	return [
		{ label: 'Субъект персональных данных', value: name },
		{ label: 'Адрес', value: gap('адрес', 44) },
		{
			label: 'Документ, удостоверяющий личность',
			value: words`${gap('вид, серия и номер документа', 44)}, выдан ${gap('дата выдачи и орган', 44)}`
		}
	];
}
