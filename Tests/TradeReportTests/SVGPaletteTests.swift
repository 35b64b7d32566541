import Foundation
import Testing

@testable import TradeReport

@Suite struct SVGPaletteTests {
  /// Red, green and blue without the curve of the screen.
  private func light(_ colour: String) -> [Double] {
    stride(from: 1, to: 7, by: 2).map { index in
      let start = colour.index(colour.startIndex, offsetBy: index)
      let value = Double(Int(colour[start...].prefix(2), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// WCAG 2.1, "contrast ratio".
  private func contrast(_ one: String, _ other: String) -> Double {
    let sizes = [one, other].map(light).map { 0.2126 * $0[0] + 0.7152 * $0[1] + 0.0722 * $0[2] }
    return ((sizes.max() ?? 0) + 0.05) / ((sizes.min() ?? 0) + 0.05)
  }

  @Test func `text has a contrast of 4.5, on the fan too, and marks one of 3`() {
    for colours in [SVGPalette.light, SVGPalette.dark] {
      for text in colours.text + [colours.ink, colours.muted] {
        #expect(contrast(text, colours.background) >= 4.5, "\(text)")
      }
      #expect(contrast(colours.ink, colours.inner) >= 4.5)
      for mark in colours.series + [colours.axis, colours.neutral] {
        #expect(contrast(mark, colours.background) >= 3, "\(mark)")
      }
    }
  }

  /// Machado, Oliveira & Fernandes (2009), full severity: protan, deutan, tritan.
  private static let blindness: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.042413],
      [-0.011820, 0.042940, 0.968881],
    ],
    [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  private func lab(_ rgb: [Double]) -> [Double] {
    func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116 }
    let x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505)
    let y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2])
    let z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }

  @Test(arguments: 0..<4) func `colours differ whatever a reader's eyes see`(kind: Int) {
    let matrix = Self.blindness[kind]
    for colours in [SVGPalette.light, SVGPalette.dark] {
      let seen = colours.series.map { colour in
        let rgb = light(colour)
        let mixed = matrix.map { row in
          min(max(row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2], 0), 1)
        }
        return lab(mixed)
      }
      for (index, one) in seen.enumerated() {
        for other in seen[(index + 1)...] {
          let squares = zip(one, other).map { ($0 - $1) * ($0 - $1) }
          #expect(squares.reduce(0, +).squareRoot() >= 20)
        }
      }
    }
  }

  @Test func `colours are literal, because converters know no variables`() {
    #expect(!SVGPalette.style.contains("var("))
  }
}
