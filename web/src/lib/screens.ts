// The screens, in the order of the day's work. Each is a file of its own, fetched when it is first opened.
import type { Component } from 'svelte';
import type { Word } from './words';

interface Screen {
  name: string;
  title: Word;
  load: () => Promise<{ default: Component }>;
  key?: string;
  hidden?: boolean;
}

export const screens: Screen[] = [
  { name: 'queue', title: 'screen.queue', key: 'Q', load: () => import('../screens/Queue.svelte') },
  { name: 'desk', title: 'screen.desk', hidden: true, load: () => import('../screens/Desk.svelte') },
  { name: 'bench', title: 'screen.bench', key: 'M', load: () => import('../screens/Bench.svelte') },
  { name: 'story', title: 'screen.story', hidden: true, load: () => import('../screens/Story.svelte') },
  { name: 'chain', title: 'screen.chain', key: 'C', load: () => import('../screens/Chain.svelte') },
  { name: 'tolls', title: 'screen.tolls', key: 'T', load: () => import('../screens/Tolls.svelte') },
  { name: 'timeline', title: 'screen.timeline', key: 'L', load: () => import('../screens/Timeline.svelte') },
  { name: 'dyads', title: 'screen.dyads', key: 'D', load: () => import('../screens/Dyads.svelte') },
  { name: 'map', title: 'screen.map', key: 'P', load: () => import('../screens/Map.svelte') },
  { name: 'sources', title: 'screen.sources', key: 'S', load: () => import('../screens/Sources.svelte') },
  { name: 'search', title: 'screen.search', key: '/', load: () => import('../screens/Search.svelte') },
  { name: 'codebook', title: 'screen.codebook', key: 'K', load: () => import('../screens/Codebook.svelte') },
  { name: 'agreement', title: 'screen.agreement', key: 'G', load: () => import('../screens/Agreement.svelte') },
  { name: 'release', title: 'screen.release', key: 'R', load: () => import('../screens/Release.svelte') },
  { name: 'import', title: 'screen.import', key: 'I', load: () => import('../screens/Import.svelte') },
  { name: 'help', title: 'screen.help', key: 'H', load: () => import('../screens/Help.svelte') },
];
