/** «СП912-2027-0001»: the site's code, the year of issue, the serial within both. */
export function registrationNumber(code: string, year: number, serial: number): string {
	return `${code}-${year}-${String(serial).padStart(4, '0')}`;
}
