// Draws links as ribbons: straight, bent (so that parallel links lie apart), or a loop; solid or dashed.

import { EdgeProgram } from "sigma/rendering";
import type { ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Point } from "./scene";

export const LOOP_RADIUS = 13; // pixels

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_width;
attribute float a_bend;
attribute float a_loop;
attribute float a_dashed;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_place;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
varying float v_across;
varying float v_half;
varying float v_travelled;
varying float v_dashed;
varying vec4 v_color;
const float bias = 255.0 / 254.0;
vec2 pixels(vec2 point) { return (u_matrix * vec3(point, 1.0)).xy * u_viewport * 0.5; }
void main() {
  vec2 source = pixels(a_source);
  vec2 target = pixels(a_target);
  float along = a_place.x;
  vec2 at; vec2 forward; float travelled;
  if (a_loop > 0.0) {
    float angle = along * 6.2831853;
    at = source + vec2(0.0, a_loop) + a_loop * vec2(sin(angle), -cos(angle));
    forward = vec2(cos(angle), sin(angle));
    travelled = angle * a_loop;
  } else {
    vec2 way = target - source;
    vec2 bow = (source + target) * 0.5 + vec2(-way.y, way.x) * a_bend;
    at = mix(mix(source, bow, along), mix(bow, target, along), along);
    forward = mix(bow - source, target - bow, along);
    travelled = along * length(way);
  }
  forward = length(forward) > 0.0 ? normalize(forward) : vec2(1.0, 0.0);
  v_half = a_width * 0.5;
  #ifdef PICKING_MODE
  v_half = max(v_half, 4.0);
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
  v_across = a_place.y * (v_half + 1.0);
  v_travelled = travelled;
  v_dashed = a_dashed;
  at += vec2(-forward.y, forward.x) * v_across;
  gl_Position = vec4(at * 2.0 / u_viewport, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying float v_across;
varying float v_half;
varying float v_travelled;
varying float v_dashed;
varying vec4 v_color;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(v_half - 0.5, v_half + 0.5, abs(v_across));
  if (v_dashed > 0.5 && fract(v_travelled / 9.0) > 0.55) discard;
  gl_FragColor = v_color * inside;
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE, LINES, TRIANGLE_STRIP } = WebGLRenderingContext;
type Uniform = "u_matrix" | "u_viewport";

export interface DrawnLink extends EdgeDisplayData {
  bend: number;
  loop: number;
  dashed: boolean;
}

/** The point at share `along` of a link, in pixels of the viewport (y downwards), and its direction there. */
export function pointOn(source: Point, target: Point, bend: number, loop: number, along: number): [Point, Point] {
  if (loop > 0) {
    const angle = along * 2 * Math.PI;
    const at = { x: source.x + loop * Math.sin(angle), y: source.y - loop + loop * Math.cos(angle) };
    return [at, { x: Math.cos(angle), y: -Math.sin(angle) }];
  }
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const bow = { x: (source.x + target.x) / 2 + dy * bend, y: (source.y + target.y) / 2 - dx * bend };
  const between = (a: number, b: number, c: number) => (1 - along) ** 2 * a + 2 * along * (1 - along) * b + along ** 2 * c;
  const towards = (a: number, b: number, c: number) => (1 - along) * (b - a) + along * (c - b);
  return [
    { x: between(source.x, bow.x, target.x), y: between(source.y, bow.y, target.y) },
    { x: towards(source.x, bow.x, target.x), y: towards(source.y, bow.y, target.y) },
  ];
}

function ribbon(pieces: number): number[][] {
  const places = Array.from({ length: pieces + 1 }, (_, i) => i / pieces);
  return places.flatMap((along) => [[along, -1], [along, 1]]);
}

/** `pieces` straight pieces make a link: 1 for straight ones, more for bent ones and loops; 0 is a bare line, for crowds. */
export function linkProgram(pieces: number) {
  return class RibbonProgram extends EdgeProgram<Uniform> {
    override getDefinition() {
      return {
        VERTICES: pieces ? 2 * (pieces + 1) : 2,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: pieces ? TRIANGLE_STRIP : LINES,
        UNIFORMS: ["u_matrix", "u_viewport"] as Uniform[],
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_bend", size: 1, type: FLOAT },
          { name: "a_loop", size: 1, type: FLOAT },
          { name: "a_dashed", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_place", size: 2, type: FLOAT }],
        CONSTANT_DATA: pieces ? ribbon(pieces) : [[0, 0], [1, 0]],
      };
    }

    override processVisibleItem(
      index: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const { bend, loop, dashed } = data as DrawnLink;
      const ends = [source.x, source.y, target.x, target.y];
      this.array.set([...ends, data.size, bend, loop, Number(dashed), floatColor(data.color), index], offset);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform2f(at.u_viewport, params.width, params.height);
    }
  };
}
