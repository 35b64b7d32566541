import Testing
import TradeNumerics
import TradeTestSupport

@Suite struct SymmetricEigenTests {
  @Test func `matches a calculation by hand`() throws {
    // [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, −1).
    let eigen = try #require(SymmetricEigen(Matrix(columns: [[2, 1], [1, 2]])))
    #expect(eigen.values[0].isClose(to: 3))
    #expect(eigen.values[1].isClose(to: 1))
    #expect(eigen.vectors[0, 0].isClose(to: eigen.vectors[1, 0]))
    #expect(eigen.vectors[0, 1].isClose(to: -eigen.vectors[1, 1]))
  }

  @Test(arguments: 1...6) func `the parts make up the matrix, and the vectors are orthogonal`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: seed)
    let n = 3 + 4 * seed
    var matrix = Matrix(rows: n, columns: n)
    for j in 0..<n {
      for i in 0...j {
        matrix[i, j] = Double.random(in: -1...1, using: &random)
        matrix[j, i] = matrix[i, j]
      }
    }
    let eigen = try #require(SymmetricEigen(matrix))
    #expect(eigen.values == eigen.values.sorted(by: >))
    var scaled = eigen.vectors
    for j in 0..<n {
      for i in 0..<n { scaled[i, j] *= eigen.values[j] }
    }
    let product = scaled.timesTransposed(eigen.vectors)
    let unit = eigen.vectors.transposed.times(eigen.vectors)
    for j in 0..<n {
      for i in 0..<n {
        #expect(product[i, j].isClose(to: matrix[i, j], tolerance: 1e-12))
        #expect(unit[i, j].isClose(to: i == j ? 1 : 0, tolerance: 1e-12))
      }
    }
  }

  @Test func `only the upper triangle is read, and nothing has no eigenvalues`() throws {
    let odd = try #require(SymmetricEigen(Matrix(columns: [[2, 99], [1, 2]])))
    #expect(odd.values[0].isClose(to: 3))
    #expect(SymmetricEigen(Matrix(rows: 0, columns: 0))?.values.isEmpty == true)
  }

  @Test func `rows become columns`() {
    let matrix = Matrix(columns: [[1, 2, 3], [4, 5, 6]])
    #expect(matrix.transposed == Matrix(columns: [[1, 4], [2, 5], [3, 6]]))
    #expect(matrix.transposed.transposed == matrix)
  }
}
