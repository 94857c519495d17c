/** A title in quotation marks; marks inside it become the inner ones: «Урок: Сигнал „стоп“». */
export function quoted(title: string): string {
	return `«${title.replaceAll('«', '„').replaceAll('»', '“')}»`;
}
