import { m } from '#lib/paraglide/messages.js';

type Applicant = { organisation: string; network: string[] };

/** «Заявитель: Школа № 31. Сеть: Лицей № 2, Дворец творчества». */
export function applicantWords({ organisation, network }: Applicant): string {
	return network.length
		? m.councils_applicant_network({ organisation, network: network.join(', ') })
		: m.councils_applicant({ organisation });
}

/** A choice between the words of a list of codes. */
export function optionsOf<K extends string>(keys: readonly K[], words: (key: K) => string) {
	return keys.map((value) => ({ value, label: words(value) }));
}
