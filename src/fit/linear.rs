//! Symmetric systems of equations, small and dense: Cholesky's method on rows of a square.

/// A square matrix by rows.
#[derive(Clone, Debug)]
pub(super) struct Square {
    pub(super) size: usize,
    pub(super) cells: Vec<f64>,
}

impl Square {
    pub(super) fn new(size: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let cells = (0..size * size).map(|at| cell(at / size, at % size)).collect();
        Self { size, cells }
    }

    pub(super) fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    pub(super) fn row(&self, row: usize) -> &[f64] {
        &self.cells[row * self.size..(row + 1) * self.size]
    }

    /// The lower triangle `L` with `L L' = self`; a direction without information is left out.
    pub(super) fn factor(&self) -> Self {
        let mut lower = Self { size: self.size, cells: vec![0.0; self.cells.len()] };
        for i in 0..self.size {
            for j in 0..=i {
                let left = self.at(i, j) - dot(&lower.row(i)[..j], &lower.row(j)[..j]);
                let cell = if i > j { left / lower.at(j, j) } else { left.max(1e-10).sqrt() };
                lower.cells[i * self.size + j] = cell;
            }
        }
        lower
    }

    /// Solves `self x = v` in place, for a lower triangle.
    pub(super) fn below(&self, v: &mut [f64]) {
        for i in 0..v.len() {
            v[i] = (v[i] - dot(&self.row(i)[..i], &v[..i])) / self.at(i, i);
        }
    }

    /// Solves `self' x = v` in place, for a lower triangle.
    pub(super) fn above(&self, v: &mut [f64]) {
        for i in (0..v.len()).rev() {
            v[i] /= self.at(i, i);
            let x = v[i];
            for (v, l) in v[..i].iter_mut().zip(self.row(i)) {
                *v -= l * x;
            }
        }
    }

    /// Solves `self self' x = v` in place, for a lower triangle.
    pub(super) fn solve(&self, v: &mut [f64]) {
        self.below(v);
        self.above(v);
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::Square;

    #[test]
    fn solves_a_system_worked_by_hand() {
        // 4x + 2y = 10, 2x + 3y = 9: x = 1.5, y = 2.
        let square = Square { size: 2, cells: vec![4.0, 2.0, 2.0, 3.0] };
        let mut v = [10.0, 9.0];
        square.factor().solve(&mut v);
        assert!((v[0] - 1.5).abs() < 1e-12 && (v[1] - 2.0).abs() < 1e-12, "{v:?}");
    }
}
