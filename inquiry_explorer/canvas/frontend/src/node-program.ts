// Draws every shape of node in one WebGL program: a regular polygon by its distance field, or a circle.

import { NodeProgram } from "sigma/rendering";
import type { ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { Shape } from "./scene";
import { SHAPES } from "./shapes";

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec3 a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
varying vec2 v_at;
varying float v_radius;
varying vec3 v_shape;
varying vec4 v_color;
const float bias = 255.0 / 254.0;
void main() {
  v_radius = a_size / u_sizeRatio;
  // As much as the shape reaches, and its outline: in software every pixel of a crowd counts.
  float reach = a_shape.x < 1.0 ? 1.0 : a_shape.z / cos(3.14159265 / a_shape.x);
  v_at = a_corner * (v_radius * reach + 1.0 + min(1.2, v_radius * 0.25));
  v_shape = a_shape;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_at * 2.0 / u_viewport, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 v_at;
varying float v_radius;
varying vec3 v_shape;
varying vec4 v_color;
uniform vec3 u_ground;
float edge() {
  if (v_shape.x < 1.0) return length(v_at) - v_radius;
  float segment = 6.2831853 / v_shape.x;
  float angle = atan(v_at.y, v_at.x) - v_shape.y;
  angle -= segment * floor(angle / segment + 0.5);
  // The middle of a side lies half a segment away from a corner.
  float side = abs(angle) - segment * 0.5;
  return length(v_at) * cos(side) - v_shape.z * v_radius;
}
void main() {
  float distance = edge();
  #ifdef PICKING_MODE
  if (distance > 3.0) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-0.6, 0.6, distance);
  float width = min(1.2, v_radius * 0.25);
  float outline = 1.0 - smoothstep(width - 0.5, width + 0.7, distance);
  vec3 colour = mix(u_ground, v_color.rgb, inside);
  gl_FragColor = vec4(colour, 1.0) * outline;
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
type Uniform = "u_matrix" | "u_viewport" | "u_sizeRatio" | "u_ground";

export interface DrawnNode extends NodeDisplayData {
  shape: Shape;
}

/** A node program whose outline has the colour of the ground, so that nodes stand clear of links. */
export function nodeProgram(ground: () => string) {
  return class ShapeProgram extends NodeProgram<Uniform> {
    override getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: ["u_matrix", "u_viewport", "u_sizeRatio", "u_ground"] as Uniform[],
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_shape", size: 3, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [1, 1]],
      };
    }

    override processVisibleItem(index: number, offset: number, data: NodeDisplayData): void {
      const shape = SHAPES[(data as DrawnNode).shape];
      this.array.set([data.x, data.y, data.size, ...shape, floatColor(data.color), index], offset);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform2f(at.u_viewport, params.width, params.height);
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
      const colour = parseInt(ground().slice(1), 16);
      gl.uniform3f(at.u_ground, (colour >> 16) / 255, ((colour >> 8) & 255) / 255, (colour & 255) / 255);
    }
  };
}
