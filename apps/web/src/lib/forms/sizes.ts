import { m } from '#lib/paraglide/messages.js';

const KILO = 1024;

/** «120 КБ», «3,4 МБ» */
export function sizeText(bytes: number): string {
	const megabytes = bytes / KILO / KILO;
	if (megabytes < 1) return m.forms_size_kilobytes({ size: Math.max(1, Math.round(bytes / KILO)) });

	return m.forms_size_megabytes({ size: megabytes.toFixed(1).replace('.', ',').replace(',0', '') });
}
