import TradeNumerics

/// Window models of several lengths, learned from the same series.
package struct WindowModels: Sendable, Equatable {
  /// Shortest window first, at least one.
  package let models: [WindowModel]
  /// What they were learned by.
  let design: PooledDesign

  package init(models: [WindowModel], design: PooledDesign = .chosen) {
    self.models = models
    self.design = design
  }

  /// The windows of a series that count: all long ones that it fills, or the longest of a short
  /// series; none where it is too short or never changes.
  func places(_ values: [Double]) -> [Place] {
    let fitting = models.filter { $0.length <= values.count }
    let long = fitting.filter { $0.length >= design.longEnough }
    return (long.isEmpty ? fitting.suffix(1) : long[...]).compactMap { model in
      SeriesWindow(values.suffix(model.length), hinges: design.hinges).map {
        Place(model: model, window: $0)
      }
    }
  }

  /// A window and the model for its length.
  struct Place: Sendable {
    let model: WindowModel
    let window: SeriesWindow
  }
}

extension WindowModels {
  /// Learns one model for each of the lengths that the series can teach; `nil` where there is none.
  package init?(
    from series: [[Double]], lengths: [Int], horizon: Int, companions: Companions,
    design: PooledDesign = .chosen, limit: Int = WindowSample.limit, workers: Int
  ) {
    let models = lengths.compactMap { length -> WindowModel? in
      let sample = WindowSample(
        length: length, horizon: horizon, from: series, companions: companions,
        design: design, limit: limit, workers: workers)
      return WindowModel(
        length: length, horizon: horizon, sample: sample,
        share: companions.areNone ? 0 : companions.share, design: design,
        workers: workers)
    }
    guard !models.isEmpty else { return nil }
    self.init(models: models, design: design)
  }

  /// The lengths by which a file's series are forecast: the longest that a quarter of them can teach
  /// to the end of the horizon, and shorter ones for the series that do not fill it.
  static func usefulLengths(
    _ counts: [Int], horizon: Int, design: PooledDesign = .chosen
  ) -> [Int] {
    let taught = design.lengths.filter { length in
      let teachers = counts.count { $0 >= length + horizon }
      return teachers >= WindowModel.Step.leastSeries && 4 * teachers >= counts.count
    }
    guard let longest = taught.last else { return [] }
    return taught.filter { length in
      let next = design.lengths.first { $0 > length } ?? length
      return length == longest || length >= design.longEnough
        || counts.contains { $0 >= length && $0 < next }
    }
  }
}
