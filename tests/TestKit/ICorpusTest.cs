namespace FmeTyped.TestKit;

/// <summary>Marks a test that needs the corpus.</summary>
public interface ICorpusTest;
