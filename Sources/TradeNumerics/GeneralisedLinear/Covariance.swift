/// How the covariance of the coefficients is estimated.
///
/// With B = (XᵀW X)⁻¹ of the centred regressors and the scores s = w r x of the rows, every kind
/// but the first is B M B:
///
///     classical   φ B                              φ = dispersion, 1 for counts and logit
///     hc0         M = Σ s sᵀ
///     hc1         hc0 times n / (n − K)
///     hc2, hc3    scores divided by √(1 − h) or by 1 − h, the leverage of the row
///     neweyWest   M = Γ₀ + Σ (1 − l/(L + 1)) (Γ_l + Γ_lᵀ),  Γ_l = Σ s_t s_(t−l)ᵀ
///     cluster     M = Σ over clusters of (Σ s)(Σ s)ᵀ
///
/// References: MacKinnon & White (1985); Newey & West (1987); Cameron, Gelbach & Miller (2011).
public enum Covariance: Sendable, Equatable {
  /// The inverse information, right if the variance function is.
  case classical
  /// White's estimator: right under any variance of independent rows.
  case hc0
  /// White's estimator with a factor for the coefficients used up.
  case hc1
  /// Scores adjusted by leverage, unbiased if the variance function is right.
  case hc2
  /// Scores adjusted by leverage, close to the jackknife.
  case hc3
  /// For rows in order of time; `nil` takes the lag ⌊4 (n/100)^(2/9)⌋.
  case neweyWest(lag: Int?)
  /// For rows that are correlated within the levels of one or more factors.
  case cluster
}

/// The small-sample factors of a covariance, each on or off.
///
///     parameters       (n − 1)/(n − K), for hc1 n/(n − K); none for hc0, hc2, hc3, neweyWest
///     nestedEffects    for clusters, K leaves out the effects that lie within clusters
///     clusters         G/(G − 1)
///     fewestClusters   with several factors, G is the smallest of their numbers of clusters
///
/// K counts the coefficients and all levels of the effects less one for every effect but the
/// first. All four together are what fixest and pyfixest do as they come; `[]` is what `glm` of R
/// and the unadjusted sandwich give. Families with a dispersion divide it by n − K with
/// `parameters`, otherwise by n − 1.
///
/// Reference: Bergé, "On standard errors", vignette of the R package fixest.
public struct SmallSample: OptionSet, Sendable {
  /// One bit for each factor.
  public let rawValue: Int
  /// The set of the bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// (n − 1)/(n − K).
  public static let parameters = SmallSample(rawValue: 1)
  /// K without the effects that lie within clusters.
  public static let nestedEffects = SmallSample(rawValue: 2)
  /// G/(G − 1).
  public static let clusters = SmallSample(rawValue: 4)
  /// The smallest G for all.
  public static let fewestClusters = SmallSample(rawValue: 8)
  /// The factors of fixest and pyfixest as they come.
  public static let standard: SmallSample = [
    .parameters, .nestedEffects, .clusters, .fewestClusters,
  ]
}
