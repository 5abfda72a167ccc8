namespace FmeTyped.Tests.Simulation;

/// <summary>Something happened in a simulated life that must not.</summary>
internal sealed class BrokenInvariantException(string message) : Exception(message);
