/** The words to an intern while they are not sent yet, kept on this device; a private window may forbid it. */
export function remarkDraft(submission: string, version: number) {
	const name = `remark ${submission} ${version}`;

	return {
		read(): string {
			try {
				return localStorage.getItem(name) ?? '';
			} catch {
				return '';
			}
		},
		write(remark: string) {
			try {
				if (remark) localStorage.setItem(name, remark);
				else localStorage.removeItem(name);
			} catch {
				// Then there is no copy, and the page works on.
			}
		}
	};
}
