import { mount } from 'svelte';
import './style/fonts.css';
import './style/base.css';
import App from './App.svelte';
import { applyPreferences } from './lib/preferences.svelte';

applyPreferences();
const target = document.getElementById('app');
if (target) mount(App, { target });
