namespace FmeTyped.Benchmarks.Batch;

/// <summary>What a batch took.</summary>
/// <param name="Submissions">How many jobs were submitted.</param>
/// <param name="Reads">Requests a job, without its submission.</param>
/// <param name="Cpu">Processor time a job, in microseconds.</param>
/// <param name="Bytes">What was allocated a job.</param>
/// <param name="Late">From the ends of the jobs until their outcomes were known, in milliseconds, in order.</param>
/// <param name="Unknown">How many jobs' ends were never known.</param>
/// <param name="Heap">What was held in memory when a quarter and three quarters of the jobs were done, in MB.</param>
internal sealed record BatchFigures(int Submissions, double Reads, double Cpu, double Bytes, double[] Late, int Unknown, double[] Heap);
