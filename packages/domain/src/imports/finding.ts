/**
 * Something that is wrong (`error`) or worth a look (`warning`) in an imported file. `place` is the path inside the
 * document, by keys: `modules.m1.activities.m1a3.minutes`. The web app has the words for `code`.
 */
export type Finding<Code extends string = string> = {
	place: string;
	code: Code;
	details?: Record<string, string | number>;
	severity: 'error' | 'warning';
};

type Details = Record<string, string | number>;

export function error<Code extends string>(place: string, code: Code, details?: Details): Finding<Code> {
	return details ? { place, code, details, severity: 'error' } : { place, code, severity: 'error' };
}

export function warning<Code extends string>(place: string, code: Code, details?: Details): Finding<Code> {
	return { ...error(place, code, details), severity: 'warning' };
}

export function hasErrors(findings: readonly Finding[]): boolean {
	return findings.some((finding) => finding.severity === 'error');
}
