// The world map: Natural Earth's countries at 1:50 million (public domain, as the npm package world-atlas packs them),
// a file of the bundle that is fetched from this machine when the map is first opened.
import { geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo';
import { feature } from 'topojson-client';
import type { FeatureCollection, Geometry } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import file from 'world-atlas/countries-50m.json?url';
import { countryOfShape } from './countries';

interface Named {
  name: string;
}
export interface Shape {
  key: string;
  country: string | null;
  name: string;
  geometry: Geometry;
}

let world: Promise<Shape[]> | null = null;

/** The shapes of the countries, read once. */
export function readWorld(): Promise<Shape[]> {
  world ??= fetch(file)
    .then((answer) => {
      if (!answer.ok) throw new Error(`${file}: ${answer.statusText}`);
      return answer.json() as Promise<Topology<{ countries: GeometryCollection<Named> }>>;
    })
    .then((topology) => {
      const found = feature(topology, topology.objects.countries) as FeatureCollection<Geometry, Named>;
      return found.features.map((one, index) => ({
        key: `${index}`,
        country: countryOfShape(one.id === undefined ? undefined : String(one.id), one.properties.name),
        name: one.properties.name,
        geometry: one.geometry,
      }));
    })
    .catch((error: unknown) => {
      world = null; // asked for again when the map is opened again
      throw error;
    });
  return world;
}

export interface Drawn {
  shapes: { shape: Shape; path: string }[];
  project: (lon: number, lat: number) => [number, number] | null;
  outline: string;
  centre: (country: string) => [number, number] | null;
}

/** The map at a size in pixels: Equal Earth, in which areas can be compared. */
export function draw(shapes: Shape[], width: number, height: number): Drawn {
  const projection: GeoProjection = geoEqualEarth().rotate([-11, 0]).fitExtent([[2, 2], [width - 2, height - 2]], { type: 'Sphere' });
  const path = geoPath(projection).digits(1);
  return {
    shapes: shapes.map((shape) => ({ shape, path: path(shape.geometry) ?? '' })),
    project: (lon, lat) => projection([lon, lat]),
    outline: path({ type: 'Sphere' }) ?? '',
    centre: (country) => {
      const found = shapes.find((one) => one.country === country);
      return found ? path.centroid(found.geometry) : null;
    },
  };
}
