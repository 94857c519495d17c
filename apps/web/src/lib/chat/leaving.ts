/** After a sign-out, which leaves a mark in a cookie, nothing of conversations and files stays in this browser. */
export function forgetWhoLeft(): void {
	if (!document.cookie.split('; ').includes('left=1')) return;

	document.cookie = 'left=; path=/; max-age=0';
	void import('./kept.ts').then(({ forgetAll }) => forgetAll());
	void import('#lib/uploads/kept.ts').then(({ forgetUploads }) => forgetUploads());
}
