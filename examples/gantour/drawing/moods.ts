import type { Mood } from './scene.ts';

/** One light and palette for each category, so that its pictures stand together. */
export const moods = {
  honey: { wall: '#e2a65c', niche: '#c97f3e', tile: '#2f6f6b', table: '#9a5a2c', surface: 'wood' },
  grain: { wall: '#e8cfa4', niche: '#5f8f9e', tile: '#1f4f7a', table: '#b98550', surface: 'wood' },
  oil: { wall: '#dcd2a0', niche: '#8a9460', tile: '#b5652f', table: '#8a5f36', surface: 'wood' },
  spice: { wall: '#d98a52', niche: '#2f4f92', tile: '#e0a43a', table: '#a8603a', surface: 'stone' },
  sweet: { wall: '#e7b79a', niche: '#b45a4c', tile: '#2f7a72', table: '#ead9bd', surface: 'cloth' },
  care: { wall: '#d7d8bd', niche: '#4c8f86', tile: '#c66b4a', table: '#dccbb0', surface: 'stone' },
  craft: { wall: '#f0dfc2', niche: '#d98f5c', tile: '#1f5f88', table: '#b47a48', surface: 'wood' },
} satisfies Record<string, Mood>;
