import CNLopt

/// Finds a minimum of a function inside a box, with a gradient or without.
///
///     let result = Optimiser().minimise(from: [3], lower: [0], upper: [9]) { x, gradient in
///       gradient[0] = 2 * x[0] - 1
///       return x[0] * x[0] - x[0]
///     }
///
/// With a gradient: limited-memory BFGS. Without: Subplex, which bears a rough function, or BOBYQA,
/// whose quadratic model needs far fewer evaluations of a smooth one (Rosenbrock's valley in four
/// variables: 400 against 100 000). For objectives that cost over two microseconds; below that
/// `NelderMead` is faster.
///
/// A function that is not a number at some point is taken as worse there than anywhere else, so a
/// search without a gradient walks around the place. The result is the best point that was
/// evaluated, whatever happened afterwards.
///
/// Reference: Johnson, *The NLopt nonlinear-optimization package*; Nocedal, *Mathematics of
/// Computation* 35 (1980); Rowan, Subplex (1990); Powell, BOBYQA (2009).
public struct Optimiser: Sendable, Equatable {
  /// The search to use where there is no gradient.
  public enum Search: Sendable, Equatable, CaseIterable {
    /// The simplex method on subspaces: slow and hard to stop.
    case subplex
    /// A quadratic model in a trust region: quick on smooth functions of two variables or more.
    case bobyqa
  }

  /// Stops when a step changes no coordinate by more than this part of its size.
  public var pointTolerance = 1e-10
  /// Stops when a step changes the value by less than this part of its size.
  public var valueTolerance = 1e-14
  /// Stops after so many evaluations; with zero the start is evaluated and returned.
  public var evaluationLimit = 10_000

  /// A search with the usual tolerances and limit, which may be changed before it begins.
  public init() {}

  /// Where a search ended and why.
  public struct Result: Sendable, Equatable {
    /// The best point that was evaluated.
    public let point: [Double]
    /// The value there; +∞ where the search met none.
    public let value: Double
    /// How often the function was called.
    public let evaluations: Int
    /// Why the search ended.
    public let reason: StopReason

    /// Whether the search ended by itself, at a point that it could not improve.
    public var hasConverged: Bool {
      switch reason {
      case .valueTolerance, .pointTolerance, .noFreedom, .noProgress: true
      case .evaluationLimit, .noNumber, .notFinite, .failure: false
      }
    }
  }

  /// Why a search ended.
  public enum StopReason: Sendable, Equatable {
    /// The value no longer changed.
    case valueTolerance
    /// The point no longer changed.
    case pointTolerance
    /// Rounding kept the search from improving the value further.
    case noProgress
    /// Every coordinate has only one allowed value, or there is no coordinate.
    case noFreedom
    /// The limit of evaluations was reached.
    case evaluationLimit
    /// The function had a value nowhere that the search looked.
    case noNumber
    /// A search with a gradient met a point where the value or the gradient is not finite.
    case notFinite
    /// The library refused its input or ran out of memory.
    case failure
  }

  /// Minimises with a gradient: the function returns the value at x and fills in the gradient.
  ///
  /// `start` is moved into the box `lower...upper` first; a bound may be infinite.
  public func minimise(
    from start: [Double], lower: [Double], upper: [Double],
    of objective: (
      _ x: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>
    ) -> Double
  ) -> Result {
    // NLopt asks every function for a gradient under LBFGS; the spare one serves the first call.
    var spare = [Double](repeating: 0, count: start.count)
    return spare.withUnsafeMutableBufferPointer { spare in
      run(NLOPT_LD_LBFGS, start, lower, upper, needsGradient: true) { x, gradient in
        objective(x, gradient ?? spare)
      }
    }
  }

  /// Minimises without a gradient, the first step along each axis being about `steps`.
  ///
  /// `start` is moved into the box `lower...upper` first; a bound may be infinite.
  public func minimise(
    by search: Search, from start: [Double], steps: [Double], lower: [Double], upper: [Double],
    of objective: (_ x: UnsafeBufferPointer<Double>) -> Double
  ) -> Result {
    precondition(steps.count == start.count, "\(steps.count) steps for \(start.count) variables")
    // BOBYQA has no model of a single variable.
    let algorithm = search == .bobyqa && start.count > 1 ? NLOPT_LN_BOBYQA : NLOPT_LN_SBPLX
    return run(algorithm, start, lower, upper, steps: steps, needsGradient: false) { x, _ in
      objective(x)
    }
  }
}

extension Optimiser {
  private typealias Objective = (
    UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>?
  ) -> Double

  /// What the C callback needs; it lives on the stack while NLopt runs.
  private struct Context {
    let search: OpaquePointer
    let objective: Objective
    let needsGradient: Bool
    /// Whether places without a value get a finite one, which a quadratic model needs.
    let needsFinite: Bool
    var best: [Double]
    var value = Double.infinity
    var worst = -Double.infinity
    var evaluations = 0
    var metNonFinite = false

    /// What the search is told where the function has no value: worse than anything so far.
    private var replacement: Double {
      guard needsFinite else { return .infinity }
      return worst.isFinite ? worst + abs(worst - value) + 1 : 1e30
    }

    mutating func evaluate(
      _ x: UnsafeBufferPointer<Double>, _ gradient: UnsafeMutableBufferPointer<Double>?
    ) -> Double {
      evaluations += 1
      let value = objective(x, gradient)
      let isUsable = !value.isNaN && (gradient?.allSatisfy(\.isFinite) ?? true)
      if needsGradient && !(isUsable && value.isFinite) {
        // LBFGS would go on with what it cannot use, so it is told to stop.
        metNonFinite = true
        nlopt_force_stop(search)
      }
      guard isUsable else { return replacement }
      if value < self.value {
        self.value = value
        best = Array(x)
      }
      guard value.isFinite else { return replacement }
      worst = max(worst, value)
      return value
    }
  }

  private func run(
    _ algorithm: nlopt_algorithm, _ start: [Double], _ lower: [Double], _ upper: [Double],
    steps: [Double]? = nil, needsGradient: Bool, _ objective: Objective
  ) -> Result {
    precondition(lower.count == start.count && upper.count == start.count, "sizes differ")
    precondition(zip(lower, upper).allSatisfy { $0 <= $1 }, "a lower bound above its upper bound")
    var point = zip(start, zip(lower, upper)).map { min(max($0, $1.0), $1.1) }
    let hasFreedom = zip(lower, upper).contains { $0 < $1 }

    return withoutActuallyEscaping(objective) { objective in
      guard hasFreedom, evaluationLimit > 0,
        let search = nlopt_create(algorithm, UInt32(start.count))
      else {
        var gradient = [Double](repeating: 0, count: point.count)
        let value = point.withUnsafeBufferPointer { x in
          gradient.withUnsafeMutableBufferPointer { objective(x, $0) }
        }
        return Result(
          point: point, value: value.isNaN ? .infinity : value, evaluations: 1,
          reason: value.isNaN
            ? .noNumber
            : !hasFreedom ? .noFreedom : evaluationLimit > 0 ? .failure : .evaluationLimit)
      }
      defer { nlopt_destroy(search) }
      nlopt_set_lower_bounds(search, lower)
      nlopt_set_upper_bounds(search, upper)
      nlopt_set_xtol_rel(search, pointTolerance)
      nlopt_set_ftol_rel(search, valueTolerance)
      nlopt_set_maxeval(search, Int32(clamping: evaluationLimit))
      if let steps { nlopt_set_initial_step(search, steps) }

      var context = Context(
        search: search, objective: objective, needsGradient: needsGradient,
        needsFinite: algorithm == NLOPT_LN_BOBYQA, best: point)
      let code = withUnsafeMutablePointer(to: &context) { context in
        nlopt_set_min_objective(search, { Optimiser.callback($0, $1, $2, $3) }, context)
        var last = 0.0
        return nlopt_optimize(search, &point, &last)
      }
      return Result(
        point: context.best, value: context.value, evaluations: context.evaluations,
        reason: Optimiser.reason(code, context))
    }
  }

  private static func callback(
    _ count: UInt32, _ x: UnsafePointer<Double>?, _ gradient: UnsafeMutablePointer<Double>?,
    _ data: UnsafeMutableRawPointer?
  ) -> Double {
    guard let data else { return .infinity }
    return data.assumingMemoryBound(to: Context.self).pointee.evaluate(
      UnsafeBufferPointer(start: x, count: Int(count)),
      gradient.map { UnsafeMutableBufferPointer(start: $0, count: Int(count)) })
  }

  private static func reason(_ code: nlopt_result, _ context: Context) -> StopReason {
    if context.value == .infinity { return .noNumber }
    if context.metNonFinite { return .notFinite }
    switch code {
    case NLOPT_FTOL_REACHED, NLOPT_SUCCESS, NLOPT_STOPVAL_REACHED: return .valueTolerance
    case NLOPT_XTOL_REACHED: return .pointTolerance
    case NLOPT_MAXEVAL_REACHED, NLOPT_MAXTIME_REACHED: return .evaluationLimit
    case NLOPT_ROUNDOFF_LIMITED: return .noProgress
    // LBFGS reports a line search that finds nothing better as a failure.
    case NLOPT_FAILURE where context.evaluations > 1: return .noProgress
    default: return .failure
    }
  }
}
