/** Rules that an author says in words, each read by a grammar of its own. */
export type PhraseName =
	| 'completion'
	| 'coverage'
	| 'exclusion'
	| 'formula'
	| 'itemScoring'
	| 'mismatch'
	| 'missing'
	| 'moderation'
	| 'passRule'
	| 'presence'
	| 'revision'
	| 'rowRule'
	| 'selfAnalysis'
	| 'selfCheck'
	| 'sumOfMedians';
