<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>actiscope::ActivationFamily</name>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>Rectifiers</source>
        <translation>정류 계열</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>지수 계열</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>매끄러운 계열</translation>
    </message>
    <message>
        <source>Piecewise</source>
        <translation>구간별</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>사용자 정의</translation>
    </message>
    <message>
        <source>S-shaped</source>
        <translation>S자형 계열</translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationList</name>
    <message>
        <source>Search…</source>
        <translation>검색…</translation>
    </message>
    <message>
        <source>Search activations</source>
        <translation>활성화 함수 검색</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Finds names and properties, as in “smooth”, “bounded”, “non-monotonic” or “has α” (Ctrl+F)</source>
        <translation>이름과 성질로 찾습니다. 예: “매끄러움”, “유계”, “비단조”, “α 있음” (Ctrl+F)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>모두 해제</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>모음</translation>
    </message>
    <message>
        <source>Shows a group of activations that belong together, and nothing else</source>
        <translation>어울리는 활성화 함수의 모음만 보여 줍니다</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>검색 지우기</translation>
    </message>
    <message>
        <source>Lists all activations again (Esc)</source>
        <translation>모든 활성화 함수를 다시 보여 줍니다(Esc)</translation>
    </message>
    <message>
        <source>No activation matches “%1”.</source>
        <translation>“%1”에 맞는 활성화 함수가 없습니다.</translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationListModel</name>
    <message>
        <source>%1: select it to read about it and to bend it</source>
        <translation>%1: 선택하면 설명을 읽고 모양을 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>%1: select it to preview it, tick it to keep it</source>
        <translation>%1: 선택하면 미리 보고, 체크하면 계속 보입니다</translation>
    </message>
</context>
<context>
    <name>actiscope::ActivationSearch</name>
    <message>
        <source>smooth</source>
        <translation>매끄러움</translation>
    </message>
    <message>
        <source>has a kink</source>
        <translation>꺾임 있음</translation>
    </message>
    <message>
        <source>monotonic</source>
        <translation>단조</translation>
    </message>
    <message>
        <source>non-monotonic</source>
        <translation>비단조</translation>
    </message>
    <message>
        <source>bounded</source>
        <translation>유계</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>비유계</translation>
    </message>
    <message>
        <source>bounded below</source>
        <translation>아래로 유계</translation>
    </message>
    <message>
        <source>bounded above</source>
        <translation>위로 유계</translation>
    </message>
    <message>
        <source>odd</source>
        <translation>홀함수</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>has a parameter</source>
        <translation>매개변수 있음</translation>
    </message>
    <message>
        <source>no parameter</source>
        <translation>매개변수 없음</translation>
    </message>
    <message>
        <source>learnable</source>
        <translation>학습 가능</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>has %1</source>
        <translation>%1 있음</translation>
    </message>
</context>
<context>
    <name>actiscope::ActivityRow</name>
    <message>
        <source>is: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>layer %1: z to ±%2, below it f(z) to ±%3</source>
        <translation>%1층: z(±%2까지), 그 아래 f(z)(±%3까지)</translation>
    </message>
    <message>
        <source>layer %1: z ±%2, f ±%3</source>
        <translation>%1층: z ±%2, f ±%3</translation>
    </message>
    <message>
        <source>%1: z = %2, f(z) = %3</source>
        <translation>%1: z = %2, f(z) = %3</translation>
    </message>
    <message>
        <source>%1, but is %2</source>
        <translation>%1, 정답은 %2</translation>
    </message>
    <message>
        <source>layer %1: z is above 0 in %2 of %3 units, largest f(z) %4</source>
        <translation>%1층: 뉴런 %3개 중 %2개에서 z &gt; 0, 가장 큰 f(z) %4</translation>
    </message>
</context>
<context>
    <name>actiscope::AlphaRow</name>
    <message>
        <source>over epochs
solid: layer 1
dashed: layer 2</source>
        <translation>에포크별
실선: 1층
파선: 2층</translation>
    </message>
    <message>
        <source>over epochs</source>
        <translation>에포크별</translation>
    </message>
    <message>
        <source>has no parameter</source>
        <translation>매개변수 없음</translation>
    </message>
    <message>
        <source>%1 learned, starts at %2</source>
        <translation>%1 학습, 시작 %2</translation>
    </message>
    <message>
        <source>%1 fixed at %2</source>
        <translation>%1 고정, %2</translation>
    </message>
    <message>
        <source>%1 set by hand, from %2</source>
        <translation>%1 직접 설정, 시작 %2</translation>
    </message>
    <message>
        <source>Parameters of f, as α is the slope of a leaky rectifier left of 0: each layer learns its own, or all keep what was set</source>
        <translation>f의 매개변수. α는 ReLU 계열에서 0 왼쪽의 기울기입니다. 층마다 따로 학습하거나 정한 값을 그대로 씁니다</translation>
    </message>
    <message>
        <source>layer %1: %2</source>
        <translation>%1층: %2</translation>
    </message>
</context>
<context>
    <name>actiscope::AwaitedAnswer</name>
    <message>
        <source>preparing…</source>
        <translation>준비 중…</translation>
    </message>
    <message>
        <source>pausing…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>computing…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>rewinding…</source>
        <translation>되감는 중…</translation>
    </message>
</context>
<context>
    <name>actiscope::BoundaryChart</name>
    <message>
        <source>test %1 %</source>
        <translation>테스트 %1 %</translation>
    </message>
    <message>
        <source>diverged at epoch %1</source>
        <translation>에포크 %1에서 발산</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>actiscope::ChangeText</name>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>설정</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::CheckBadge</name>
    <message>
        <source>Checks</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Computed just now in this program, at the default parameters: the largest error of f and f′ against PyTorch’s figures (relative), of f′ against differences of f, and of the device’s single precision against double, in units in the last place (ulp).</source>
        <translation>방금 이 프로그램이 매개변수의 기본값에서 계산했습니다: f와 f′가 PyTorch의 값과(상대 오차), f′가 f의 차분과, 장치의 단정밀도가 배정밀도와 벌어지는 최대 오차(마지막 자리 단위, ulp).</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>검사 중…</translation>
    </message>
    <message>
        <source>%1 %2 (at most %3)</source>
        <translation>%1 %2 (최대 %3)</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>기준값</translation>
    </message>
    <message>
        <source>finite differences</source>
        <translation>유한 차분</translation>
    </message>
    <message>
        <source>no finite differences</source>
        <translation>유한 차분 없음</translation>
    </message>
    <message>
        <source> ulp</source>
        <translation> ulp</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 실패: %2</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
    <message>
        <source>all hold: </source>
        <translation>모두 맞음: </translation>
    </message>
    <message>
        <source>failed: </source>
        <translation>어긋남: </translation>
    </message>
</context>
<context>
    <name>actiscope::ClassAccuracyRow</name>
    <message>
        <source>Share of the test images of a class that are recognised. Dotted: the first model.</source>
        <translation>클래스별 테스트 이미지 중 맞힌 비율입니다. 점선: 첫 모델.</translation>
    </message>
    <message>
        <source>%1 of %2 recognised</source>
        <translation>%2: %1 맞힘</translation>
    </message>
</context>
<context>
    <name>actiscope::ClassMatrix</name>
    <message>
        <source>%1 taken for %2: %3</source>
        <translation>%1 → %2(오답): %3</translation>
    </message>
    <message>
        <source>%1 of %2 images of %3 are recognised</source>
        <translation>클래스 %3: 이미지 %2장 중 %1장을 맞힘</translation>
    </message>
    <message>
        <source>%1 of %2 images of %3 are taken for %4</source>
        <translation>실제 클래스 %3, 예측 클래스 %4: 이미지 %2장 중 %1장</translation>
    </message>
    <message>
        <source>accuracy %1 of %2</source>
        <translation>정확도 %1(%2)</translation>
    </message>
</context>
<context>
    <name>actiscope::CommandPalette</name>
    <message>
        <source>Find an action</source>
        <translation>명령 찾기</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>무엇을 할까요?</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Nothing is called “%1”. Try fewer letters, or other words.</source>
        <translation>“%1”에 맞는 명령이 없습니다. 글자를 줄이거나 다른 낱말로 찾아보세요.</translation>
    </message>
</context>
<context>
    <name>actiscope::ComparisonRow</name>
    <message>
        <source>Log scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>First function</source>
        <translation>첫째 함수</translation>
    </message>
    <message>
        <source>The function that the other one is subtracted from; automatic is the one in focus</source>
        <translation>여기서 다른 함수를 뺍니다. 자동이면 선택한 함수</translation>
    </message>
    <message>
        <source>Second function</source>
        <translation>둘째 함수</translation>
    </message>
    <message>
        <source>The function that is subtracted; automatic is another one that is shown</source>
        <translation>빼는 함수, 자동이면 보이는 다른 함수</translation>
    </message>
    <message>
        <source>Draws |difference| on a logarithmic scale</source>
        <translation>|차이|를 로그 눈금으로 그립니다</translation>
    </message>
    <message>
        <source>%1 (automatic)</source>
        <translation>%1 (자동)</translation>
    </message>
</context>
<context>
    <name>actiscope::ConfusionRow</name>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>%1 of %2 points of class %3 are recognised</source>
        <translation>클래스 %3의 점 %2개 중 %1개를 맞혔습니다</translation>
    </message>
    <message>
        <source>%1 of %2 points of class %3 are taken for class %4</source>
        <translation>실제 클래스 %3, 예측 클래스 %4: 점 %2개 중 %1개</translation>
    </message>
    <message>
        <source>R²: 1 is perfect, 0 no better than the mean</source>
        <translation>R²: 1은 완벽, 0은 평균만큼</translation>
    </message>
    <message>
        <source>rows: the true class, columns: what was said</source>
        <translation>행: 실제 클래스, 열: 예측 클래스</translation>
    </message>
    <message>
        <source>Accuracy is the share of points on the diagonal; R² the share of the targets&apos; variance that the model explains</source>
        <translation>정확도는 대각선에 있는 점의 비율, R²는 목푯값의 분산 중 모델이 설명하는 비율입니다</translation>
    </message>
    <message>
        <source>%1: R² %2</source>
        <translation>%1: R² %2</translation>
    </message>
    <message>
        <source>%1: accuracy %2</source>
        <translation>%1: 정확도 %2</translation>
    </message>
    <message>
        <source>Rows are true classes, columns what was said; numbers are %1 of the images of a row</source>
        <translation>행은 실제 클래스, 열은 예측 클래스이며, 숫자는 그 행의 이미지에 대한 %1입니다</translation>
    </message>
</context>
<context>
    <name>actiscope::CsvDialog</name>
    <message>
        <source>comma ,</source>
        <translation>쉼표 ,</translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation>세미콜론 ;</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>탭</translation>
    </message>
    <message>
        <source>bar |</source>
        <translation>세로줄 |</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>공백</translation>
    </message>
    <message>
        <source>colon :</source>
        <translation>콜론 :</translation>
    </message>
    <message>
        <source>Open CSV: %1</source>
        <translation>CSV 열기: %1</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>이 점 사용</translation>
    </message>
    <message>
        <source>First row &amp;names the columns</source>
        <translation>첫 행은 열 이름(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Decimal comma, as in 0,5</source>
        <translation>소수 쉼표, 0,5처럼(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Separator</source>
        <translation>구분자(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>따옴표(&amp;Q)</translation>
    </message>
    <message>
        <source>x&amp;₁ is column</source>
        <translation>x₁ 열(&amp;1)</translation>
    </message>
    <message>
        <source>x&amp;₂ is column</source>
        <translation>x₂ 열(&amp;2)</translation>
    </message>
    <message>
        <source>&amp;Class is column</source>
        <translation>클래스 열(&amp;C)</translation>
    </message>
    <message>
        <source>It is a &amp;target for regression</source>
        <translation>회귀의 목푯값(&amp;T)</translation>
    </message>
    <message>
        <source>A number to be learned instead of a class</source>
        <translation>클래스 대신 학습할 수</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>파일의 처음 몇 행</translation>
    </message>
    <message>
        <source>none: all are of class 0</source>
        <translation>없음: 모두 클래스 0</translation>
    </message>
    <message>
        <source>target</source>
        <translation>목푯값</translation>
    </message>
    <message>
        <source>class</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is class %2</source>
        <translation>%1: 클래스 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>actiscope::CurveChoice</name>
    <message>
        <source>%1, preview</source>
        <extracomment>The name of a function that is drawn only while it is selected in the list</extracomment>
        <translation>%1, 미리 보기</translation>
    </message>
</context>
<context>
    <name>actiscope::CustomActivationBar</name>
    <message>
        <source>&amp;New activation…</source>
        <translation>새 활성화 함수…(&amp;N)</translation>
    </message>
    <message>
        <source>Makes a function of your own from a formula (Ctrl+N)</source>
        <translation>수식으로 나만의 함수를 만듭니다(Ctrl+N)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Changes the formula, the name or the defaults of your function</source>
        <translation>내 함수의 수식, 이름, 기본값을 바꿉니다</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Takes your function off the list; a run that uses it goes on</source>
        <translation>내 함수를 목록에서 지웁니다. 이 함수를 쓰는 실행은 계속됩니다</translation>
    </message>
    <message>
        <source>Remove activation</source>
        <translation>활성화 함수 삭제</translation>
    </message>
    <message>
        <source>Remove “%1” from the list? A run that uses it goes on.</source>
        <translation>목록에서 “%1” 함수를 지울까요? 이 함수를 쓰는 실행은 계속됩니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>actiscope::DataGallery</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>데이터 세트</translation>
    </message>
    <message>
        <source>Drawn points</source>
        <translation>그린 점</translation>
    </message>
    <message>
        <source>Drawn points: a click adds, erases and moves them</source>
        <translation>그린 점: 클릭하면 더하고 지우고 옮길 수 있습니다</translation>
    </message>
    <message>
        <source>Points of a file</source>
        <translation>파일의 점</translation>
    </message>
    <message>
        <source>Points of a file: a click chooses another one</source>
        <translation>파일의 점: 클릭하면 다른 파일을 고릅니다</translation>
    </message>
</context>
<context>
    <name>actiscope::DataSection</name>
    <message>
        <source>New points</source>
        <translation>새 점</translation>
    </message>
    <message>
        <source>Other points of the same kind: another data seed</source>
        <translation>같은 종류의 다른 점: 데이터 시드를 바꿉니다</translation>
    </message>
    <message>
        <source>New split</source>
        <translation>새 분할</translation>
    </message>
    <message>
        <source>Another division into training and test points: another split seed</source>
        <translation>훈련 점과 테스트 점을 다르게 나눔: 분할 시드를 바꿉니다</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV 저장…</translation>
    </message>
    <message>
        <source>Write the points to a file, with their classes and their part</source>
        <translation>점을 클래스, 용도와 함께 파일에 씁니다</translation>
    </message>
    <message numerus="yes">
        <source>%n points of a file</source>
        <translation>
            <numerusform>파일의 점 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points drawn</source>
        <translation>
            <numerusform>그린 점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation>쓸 수 없는 값입니다. 가능한 값: %1</translation>
    </message>
    <message>
        <source>At most %1 points of %2 classes can be edited by hand</source>
        <translation>손으로 고칠 수 있는 것은 클래스 %2개, 점 %1개까지입니다</translation>
    </message>
    <message>
        <source>points drawn</source>
        <translation>그린 점</translation>
    </message>
    <message>
        <source>Open CSV</source>
        <translation>CSV 열기</translation>
    </message>
    <message>
        <source>points of %1</source>
        <translation>%1의 점</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>CSV 저장</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2</source>
        <translation>%1: 저장할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Inputs besides x₁ and x₂</source>
        <translation>x₁, x₂ 외의 입력</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>분할</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Draw…</source>
        <translation>그리기…</translation>
    </message>
    <message>
        <source>Draw points…</source>
        <translation>점 그리기…</translation>
    </message>
    <message>
        <source>Add, erase and move points by hand, or divide them by a curve</source>
        <translation>손으로 점을 더하고 지우고 옮기거나, 곡선으로 나눕니다</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV 열기…</translation>
    </message>
    <message>
        <source>Train on the points of a file, with any separator</source>
        <translation>파일의 점으로 학습, 구분자는 무엇이든</translation>
    </message>
</context>
<context>
    <name>actiscope::DepthAxis</name>
    <message>
        <source>layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력층</translation>
    </message>
</context>
<context>
    <name>actiscope::DifferencePanel</name>
    <message>
        <source>Choose two different functions to see their difference here</source>
        <translation>서로 다른 함수 둘을 고르면 그 차이가 여기에 보입니다</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>at most %1, at x = %2</source>
        <translation>최대 %1, x = %2에서</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>최대 %1</translation>
    </message>
</context>
<context>
    <name>actiscope::DisagreementsRow</name>
    <message>
        <source>%1 of %2: the answers differ</source>
        <translation>%2: %1장에서 답이 엇갈립니다</translation>
    </message>
    <message>
        <source>from </source>
        <translation>시작: </translation>
    </message>
    <message>
        <source>The first disagreement that is shown</source>
        <translation>맨 위에 보이는 엇갈린 이미지</translation>
    </message>
    <message>
        <source>The first that is shown; 1 is the one on which the models differ most</source>
        <translation>맨 위에 보이는 이미지의 번호. 1은 모델들의 답이 가장 크게 엇갈린 이미지입니다</translation>
    </message>
    <message>
        <source>The models say the same of all images.</source>
        <translation>모든 이미지에서 모델들의 답이 같습니다.</translation>
    </message>
    <message>
        <source>There is one model only.</source>
        <translation>모델이 하나뿐입니다.</translation>
    </message>
    <message>
        <source>%1, right</source>
        <translation>%1, 정답</translation>
    </message>
    <message>
        <source>%1, but is %2</source>
        <translation>%1, 정답은 %2</translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceBank</name>
    <message>
        <source>Panels</source>
        <translation>패널</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceChips</name>
    <message>
        <source>Choose what to look at</source>
        <translation>볼 것을 고릅니다</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceFigure</name>
    <message>
        <source>Actiscope: what happens inside the networks</source>
        <translation>Actiscope: 신경망 안에서 일어나는 일</translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceKind</name>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>Where does the network draw the line between the classes, and which points lie on the wrong side?</source>
        <translation>신경망은 클래스 사이의 경계를 어디에 긋고, 어떤 점이 틀린 쪽에 있습니까?</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>How many units still learn? A hollow lamp is dead: f′ is 0 for every training point.</source>
        <translation>아직 학습하는 뉴런은 몇 개입니까? 속이 빈 동그라미는 죽은 뉴런입니다. 모든 훈련 점에서 f′가 0입니다.</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>Does the first layer get as much of the gradient as the last? A staircase means that the first layers do not learn.</source>
        <translation>첫 층도 마지막 층만큼 기울기를 받습니까? 계단 모양이면 앞쪽 층이 학습하지 못합니다.</translation>
    </message>
    <message>
        <source>Pre-activations</source>
        <translation>활성화 전 값</translation>
    </message>
    <message>
        <source>Do the sums z lie where f′ is large, or where f is flat and nothing is learned?</source>
        <translation>합 z는 f′가 큰 곳에 있습니까, f가 평평해 학습이 멈추는 곳에 있습니까?</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>출력</translation>
    </message>
    <message>
        <source>Do the outputs keep their mean and spread from layer to layer, or do they shrink or grow? How many are 0?</source>
        <translation>출력의 평균과 퍼짐은 층을 지나도 그대로입니까, 줄거나 커집니까? 0은 얼마나 됩니까?</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>Where does training take the slope that a layer learns, and what stays as it was set?</source>
        <translation>학습하는 기울기는 층마다 어디까지 움직이고, 고정된 것은 무엇입니까?</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>What does each unit say on the plane, and which weights carry it? Click a weight to change it.</source>
        <translation>뉴런은 저마다 평면의 어디에 반응하고, 그 출력은 어떤 가중치로 전해집니까? 가중치를 클릭하면 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Which class is taken for which, and is it as good on test data as on what it was trained on?</source>
        <translation>어떤 클래스를 어떤 클래스와 혼동하고, 테스트 데이터도 훈련 데이터만큼 맞힙니까?</translation>
    </message>
    <message>
        <source>Hidden space</source>
        <translation>은닉 공간</translation>
    </message>
    <message>
        <source>Has the last hidden layer laid the classes apart, so that a straight line divides them? Each model has a space of its own, drawn at one scale and turned by one rule.</source>
        <translation>마지막 은닉층이 클래스를 직선으로 나뉘게 떼어 놓았습니까? 모델마다 공간이 다르며, 같은 배율과 같은 규칙으로 돌려 그립니다.</translation>
    </message>
    <message>
        <source>By class</source>
        <translation>클래스별</translation>
    </message>
    <message>
        <source>Which classes does a model recognise, and which does it miss? The share of a class&apos;s test images that it says right.</source>
        <translation>모델이 어떤 클래스를 잘 맞히고 어떤 클래스를 놓칩니까? 클래스별 테스트 이미지 중 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What does each unit of the first layer look for? Its weights as an image; a dead unit is crossed out and looks for nothing any more.</source>
        <translation>첫 층의 뉴런은 저마다 무엇을 찾습니까? 뉴런의 가중치를 이미지로 보여 줍니다. × 표시가 있는 죽은 뉴런은 더는 아무것도 찾지 않습니다.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>How sure is each model of its answer, and what else does it think of?</source>
        <translation>모델마다 답을 얼마나 확신하고, 그 밖에 어떤 클래스를 떠올립니까?</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>엇갈린 답</translation>
    </message>
    <message>
        <source>On which test images do the models differ, and which of them is right?</source>
        <translation>어떤 테스트 이미지에서 모델들의 답이 엇갈리고, 어느 모델이 맞습니까?</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>What does every unit make of this image: its sum z, and f(z)? Draw one, or choose a test image.</source>
        <translation>이 이미지에서 뉴런마다 합 z와 f(z)가 얼마입니까? 직접 그리거나 테스트 이미지를 고르세요.</translation>
    </message>
</context>
<context>
    <name>actiscope::EvidenceRow</name>
    <message>
        <source>dotted: first model</source>
        <translation>점선: 첫 모델</translation>
    </message>
    <message>
        <source>dotted: %1</source>
        <translation>점선: %1</translation>
    </message>
    <message numerus="yes">
        <source>of %n training images</source>
        <translation>
            <numerusform>훈련 이미지 %n장 기준</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n test images</source>
        <translation>
            <numerusform>테스트 이미지 %n장 기준</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentGallery</name>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>This is no longer the experiment as it comes with the program. The way back is here</source>
        <translation>프로그램에 들어 있는 실험과 달라졌습니다. 여기서 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>원래대로</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>바꾸기 전: %1</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Show or hide the list of experiments</source>
        <translation>실험 목록을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Own experiment</source>
        <translation>나의 실험</translation>
    </message>
    <message>
        <source>Experiment %1, changed</source>
        <translation>실험 %1, 바뀜</translation>
    </message>
    <message>
        <source>Experiment %1</source>
        <translation>실험 %1</translation>
    </message>
    <message>
        <source>The experiments that come with the program</source>
        <translation>프로그램에 들어 있는 실험</translation>
    </message>
    <message>
        <source>Choose one of the ready experiments above, or set up your own below.</source>
        <translation>위에서 준비된 실험을 고르거나, 아래에서 직접 만드세요.</translation>
    </message>
    <message>
        <source>needs the package %1</source>
        <translation>%1 패키지 필요</translation>
    </message>
    <message>
        <source>Its images are not on this machine: &apos;apt-get install %1&apos; as root puts them there.</source>
        <translation>이 컴퓨터에 이미지가 없습니다. 관리자 권한의 &apos;apt-get install %1&apos; 명령으로 설치합니다.</translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentPanel</name>
    <message>
        <source>Experiment</source>
        <translation>실험</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation>쓸 수 없는 값입니다. 가능한 값: %1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>a hidden layer more</source>
        <translation>은닉층 하나 더</translation>
    </message>
    <message>
        <source>without hidden layer %1</source>
        <translation>은닉층 %1 빼기</translation>
    </message>
    <message>
        <source>The models differ in this: the value is the first one&apos;s, and a change applies to all of them</source>
        <translation>모델마다 다릅니다. 보이는 값은 첫 모델의 것이고, 바꾸면 모두에 적용됩니다</translation>
    </message>
    <message>
        <source>make it die: initial bias −1</source>
        <translation>죽이기: 편향 초깃값 −1</translation>
    </message>
    <message>
        <source>make it die: learning rate 1</source>
        <translation>죽이기: 학습률 1</translation>
    </message>
    <message>
        <source>Initial bias −1 for all models: more units start where ReLU&apos;s f′ is 0. Press Space and look at the units; Ctrl+Z takes it back.</source>
        <translation>모든 모델의 편향 초깃값을 −1로: 더 많은 뉴런이 ReLU의 f′가 0인 곳에서 시작합니다. 스페이스바를 누르고 뉴런을 보세요. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message>
        <source>Adam with learning rate 1 for all models: such large steps push units to where ReLU&apos;s f′ is 0 for all points. Press Space and look at the units; Ctrl+Z takes it back.</source>
        <translation>모든 모델을 학습률 1인 Adam으로: 스텝이 너무 커서 뉴런이 모든 점에서 ReLU의 f′가 0인 곳까지 밀려납니다. 스페이스바를 누르고 뉴런을 보세요. Ctrl+Z로 되돌립니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n layer(s)</source>
        <translation>
            <numerusform>층 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::ExperimentState</name>
    <message>
        <source>it has %1 models, and the window shows %2 at most</source>
        <translation>모델이 %1개인데, 창에는 %2개까지 보입니다</translation>
    </message>
    <message>
        <source>its points have %1 coordinates, and the window shows planes</source>
        <translation>점의 좌표가 %1개인데, 창에는 평면만 보입니다</translation>
    </message>
</context>
<context>
    <name>actiscope::ExportDialog</name>
    <message>
        <source>PNG picture</source>
        <translation>PNG 그림</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG 벡터 그림</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>CSV table of values</source>
        <translation>CSV 값 표</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점의 수</translation>
    </message>
    <message>
        <source>How many points each function is computed at, over the range of x in sight</source>
        <translation>보이는 x 범위에서 함수마다 계산할 점의 수</translation>
    </message>
    <message>
        <source>&amp;Points</source>
        <translation>점의 수(&amp;P)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>A picture of dots (PNG), a drawing that stays sharp at any size (SVG, PDF), or the numbers (CSV)</source>
        <translation>픽셀 그림(PNG), 어떤 크기에서도 선명한 벡터 그림(SVG, PDF), 또는 수치(CSV)</translation>
    </message>
    <message>
        <source>A picture of dots (PNG), or a drawing that stays sharp at any size (SVG, PDF)</source>
        <translation>픽셀 그림(PNG), 또는 어떤 크기에서도 선명한 벡터 그림(SVG, PDF)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>형식(&amp;F)</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>다른 크기</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>What the picture is put on; its text is made large enough to be read there</source>
        <translation>그림을 놓을 곳. 거기서 읽히도록 글자를 키웁니다</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>페이지(&amp;P)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Width before it is scaled, in pixels of 1/96 inch</source>
        <translation>배율을 적용하기 전의 너비, 1/96인치 픽셀</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Height before it is scaled, in pixels of 1/96 inch</source>
        <translation>배율을 적용하기 전의 높이, 1/96인치 픽셀</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>Enlarges everything, text and lines too: 2 gives four times as many pixels</source>
        <translation>글자와 선까지 모두 키웁니다. 2이면 픽셀이 네 배입니다</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>제목(&amp;T)</translation>
    </message>
    <message>
        <source>Writes a line above the plots</source>
        <translation>그림 위에 한 줄을 씁니다</translation>
    </message>
    <message>
        <source>Text of the title</source>
        <translation>제목 내용</translation>
    </message>
    <message>
        <source>The line above the plots</source>
        <translation>그림 위의 한 줄</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>창과 같게</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>Dark lines on white for paper, light ones on black for the wall</source>
        <translation>인쇄용은 흰 바탕에 어두운 선, 화면에 비출 때는 검은 바탕에 밝은 선</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>너비(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>높이(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>배율(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Asks for a file name and writes it</source>
        <translation>파일 이름을 묻고 저장합니다</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Puts it on the clipboard</source>
        <translation>클립보드에 넣습니다</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 픽셀</translation>
    </message>
    <message>
        <source>: too many; make it or the scale smaller</source>
        <translation>: 너무 큽니다. 크기나 배율을 줄이세요</translation>
    </message>
    <message>
        <source>%1 × %2 cm</source>
        <translation>%1 × %2 cm</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>It was not saved</source>
        <translation>저장하지 못했습니다</translation>
    </message>
    <message>
        <source>It was not copied</source>
        <translation>복사하지 못했습니다</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>All that is shown, or one panel of it</source>
        <translation>보이는 패널 모두, 또는 그중 하나</translation>
    </message>
    <message>
        <source>W&amp;hat</source>
        <translation>내용(&amp;H)</translation>
    </message>
</context>
<context>
    <name>actiscope::FamilyRow</name>
    <message>
        <source>Parameter of the family</source>
        <translation>함수족의 매개변수</translation>
    </message>
    <message>
        <source>The parameter whose values are drawn beside one another</source>
        <translation>여러 값을 나란히 그릴 매개변수</translation>
    </message>
    <message>
        <source>Values of the family</source>
        <translation>함수족의 값</translation>
    </message>
    <message>
        <source>The values to draw, separated by semicolons</source>
        <translation>그릴 값, 세미콜론으로 구분</translation>
    </message>
</context>
<context>
    <name>actiscope::FeatureChips</name>
    <message>
        <source>Input feature %1</source>
        <translation>입력 특성 %1</translation>
    </message>
    <message>
        <source>The networks get %1 of each point, too: %2</source>
        <translation>신경망은 점마다 %1 값도 받습니다: %2</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>입력 특성</translation>
    </message>
</context>
<context>
    <name>actiscope::FormulaDialog</name>
    <message>
        <source>No kinks.</source>
        <translation>꺾인 점이 없습니다.</translation>
    </message>
    <message>
        <source>Kinks at x = %1</source>
        <translation>꺾인 점: x = %1</translation>
    </message>
    <message>
        <source>Edit activation</source>
        <translation>활성화 함수 편집</translation>
    </message>
    <message>
        <source>New activation</source>
        <translation>새 활성화 함수</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>A function of x, with up to two parameters a and b</source>
        <translation>x의 함수, 매개변수는 a와 b까지</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What the function is called in lists and plots; the formula itself if this is empty</source>
        <translation>목록과 그림에 쓸 함수의 이름. 비우면 수식이 이름이 됩니다</translation>
    </message>
    <message>
        <source>&amp;f(x) =</source>
        <translation>&amp;f(x) =</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>Default of %1</source>
        <translation>%1의 기본값</translation>
    </message>
    <message>
        <source>What %1 is until somebody moves its slider</source>
        <translation>슬라이더를 움직이기 전의 %1 값</translation>
    </message>
    <message>
        <source>Derivative</source>
        <translation>도함수</translation>
    </message>
    <message>
        <source>Check of the derivative</source>
        <translation>도함수 검사</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>f′(x) = %1</source>
        <translation>f′(x) = %1</translation>
    </message>
    <message>
        <source>f′ could not be checked against differences of f.</source>
        <translation>f′를 f의 차분과 비교하지 못했습니다.</translation>
    </message>
    <message>
        <source>✓ f′ agrees with differences of f at %1 points; largest error %2.</source>
        <translation>✓ 점 %1개에서 f′가 f의 차분과 맞습니다. 최대 오차 %2.</translation>
    </message>
    <message>
        <source>f′ differs from differences of f by up to %1: f may jump or be hard to compute.</source>
        <translation>f′가 f의 차분과 최대 %1만큼 다릅니다. f가 끊기거나 계산하기 어려운 함수일 수 있습니다.</translation>
    </message>
    <message>
        <source>With + − * / ^, 2x, x², |x|, √x, x &lt; 0 ? … : …, and functions such as exp, ln, sin, tanh, erf, max, relu, gelu.</source>
        <translation>쓸 수 있는 것: + − * / ^, 2x, x², |x|, √x, x &lt; 0 ? … : …, 그리고 exp, ln, sin, tanh, erf, max, relu, gelu 같은 함수.</translation>
    </message>
</context>
<context>
    <name>actiscope::FormulaPreview</name>
    <message>
        <source>The function and its derivative</source>
        <translation>함수와 도함수</translation>
    </message>
</context>
<context>
    <name>actiscope::FormulaView</name>
    <message>
        <source>Formula of %1</source>
        <translation>%1의 수식</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionPanel</name>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionPlot</name>
    <message>
        <source>Plots of the activations and their derivatives</source>
        <translation>활성화 함수와 도함수의 그림</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>%1 is saturated</source>
        <translation>%1: 포화</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsExport</name>
    <message>
        <source>No function is shown, so there are no values.</source>
        <translation>보이는 함수가 없어 값도 없습니다.</translation>
    </message>
    <message>
        <source>%1 functions, x from %2 to %3</source>
        <translation>함수 %1개, x는 %2에서 %3까지</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>창에 보이는 대로</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation>f(x)</translation>
    </message>
    <message>
        <source>Pre-activations of the network</source>
        <translation>신경망의 활성화 전 값</translation>
    </message>
    <message>
        <source>f′(x)</source>
        <translation>f′(x)</translation>
    </message>
    <message>
        <source>f″(x)</source>
        <translation>f″(x)</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>All plots</source>
        <translation>모든 그래프</translation>
    </message>
    <message>
        <source>The share of the pre-activations in each bar</source>
        <translation>막대마다 활성화 전 값의 비율</translation>
    </message>
    <message>
        <source>The difference, x from %1 to %2</source>
        <translation>차이, x는 %1에서 %2까지</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsHistory</name>
    <message>
        <source>parameters of %1</source>
        <translation>%1의 매개변수</translation>
    </message>
    <message>
        <source>%1 of %2 %3 → %4</source>
        <translation>%2의 %1 %3 → %4</translation>
    </message>
    <message>
        <source>new activation %1</source>
        <translation>새 활성화 함수 %1</translation>
    </message>
    <message>
        <source>removal of %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation>%1 편집</translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>%1 보이기</translation>
    </message>
    <message>
        <source>hide %1</source>
        <translation>%1 숨기기</translation>
    </message>
    <message>
        <source>choice of activations</source>
        <translation>활성화 함수 고르기</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>매개변수</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsPicture</name>
    <message>
        <source>%1 activation functions</source>
        <translation>활성화 함수 %1개</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsView</name>
    <message>
        <source>1 to %1 numbers from %2 to %3, as in “0.1; 0.5; 1”</source>
        <translation>%2에서 %3까지의 수 1~%1개. 예: “0.1; 0.5; 1”</translation>
    </message>
</context>
<context>
    <name>actiscope::FunctionsWorkspace</name>
    <message>
        <source>&amp;Search the list</source>
        <translation>목록 검색(&amp;S)</translation>
    </message>
    <message>
        <source>By name, formula or property</source>
        <translation>이름, 수식, 성질로 찾기</translation>
    </message>
    <message>
        <source>&amp;New activation…</source>
        <translation>새 활성화 함수…(&amp;N)</translation>
    </message>
    <message>
        <source>A custom activation from a formula</source>
        <translation>수식으로 만드는 나만의 활성화 함수</translation>
    </message>
    <message>
        <source>Show &amp;everything again</source>
        <translation>처음 범위로(&amp;E)</translation>
    </message>
    <message>
        <source>All of x and y that the plots show at first</source>
        <translation>그림이 처음에 보여 주는 x와 y 전체</translation>
    </message>
    <message>
        <source>F&amp;unctions</source>
        <translation>함수(&amp;U)</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>in the list: search it</source>
        <translation>목록에서: 검색</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>in the list: draw the activation or not</source>
        <translation>목록에서: 함수를 그리거나 지우기</translation>
    </message>
    <message>
        <source>Wheel, drag</source>
        <translation>휠, 끌기</translation>
    </message>
    <message>
        <source>zoom and pan the plots</source>
        <translation>그림을 확대하고 옮기기</translation>
    </message>
    <message>
        <source>+ −, Shift+← →</source>
        <translation>+ −, Shift+← →</translation>
    </message>
    <message>
        <source>in the plots: zoom and pan x</source>
        <translation>그림에서: x 방향으로 확대하고 옮기기</translation>
    </message>
    <message>
        <source>Double click, Home</source>
        <translation>더블 클릭, Home</translation>
    </message>
    <message>
        <source>show everything again</source>
        <translation>처음 범위로</translation>
    </message>
    <message>
        <source>in the plots: move the read-out, with Ctrl finely</source>
        <translation>그림에서: 값을 읽을 위치 옮기기, Ctrl과 함께 더 조금씩</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 멈추기</translation>
    </message>
    <message>
        <source>Move %1 to and fro</source>
        <translation>%1 왕복시키기</translation>
    </message>
    <message>
        <source>&amp;Train these</source>
        <translation>이 함수로 학습(&amp;T)</translation>
    </message>
    <message>
        <source>A network of each ticked activation, side by side</source>
        <translation>체크한 활성화 함수마다 신경망 하나씩, 나란히</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>%1 학습</translation>
    </message>
</context>
<context>
    <name>actiscope::GalleryEntry</name>
    <message>
        <source>%1, changed</source>
        <translation>%1, 바뀜</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
</context>
<context>
    <name>actiscope::GradientsRow</name>
    <message>
        <source>norm</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>What is shown by layer</source>
        <translation>층별로 볼 것</translation>
    </message>
    <message>
        <source>The norm of the gradient ∂loss/∂W that a layer gets, or the mean |f′| of all layers up to it, multiplied: what f does to a gradient on its way back</source>
        <translation>층이 받는 기울기 ∂L/∂W의 크기(노름), 또는 그 층까지 평균 |f′|를 모두 곱한 값, 곧 역전파에서 f가 기울기에 곱하는 배율</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>층별</translation>
    </message>
    <message>
        <source>up to each layer</source>
        <translation>층까지의 곱</translation>
    </message>
    <message>
        <source>The layers&apos; f′ multiply a gradient by %1</source>
        <translation>층들의 f′가 기울기를 %1배로 만듭니다</translation>
    </message>
    <message>
        <source>No layer gets a gradient</source>
        <translation>기울기를 받는 층이 없습니다</translation>
    </message>
    <message>
        <source>Layer 1 gets no gradient</source>
        <translation>1층은 기울기를 받지 못합니다</translation>
    </message>
    <message>
        <source>Layer 1 gets %1 times less than the output</source>
        <translation>1층의 기울기는 출력층의 %1분의 1입니다</translation>
    </message>
    <message>
        <source>Layer 1 gets %1 times more than the output</source>
        <translation>1층의 기울기는 출력층의 %1배입니다</translation>
    </message>
    <message>
        <source>Gradient norm: how far the loss would fall if the layer&apos;s weights moved a little; a layer with a norm near 0 does not learn</source>
        <translation>기울기의 크기(노름): 층의 가중치를 조금 움직이면 손실이 얼마나 줄지를 나타냅니다. 0에 가까우면 그 층은 학습하지 못합니다</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Layer 1 gets as much as the output</source>
        <translation>1층의 기울기는 출력층과 같습니다</translation>
    </message>
    <message>
        <source>layer 1: as much</source>
        <translation>1층: 출력층과 같음</translation>
    </message>
    <message>
        <source>layer 1: %1 times less</source>
        <translation>1층: 출력층의 %1분의 1</translation>
    </message>
    <message>
        <source>layer 1: %1 times more</source>
        <translation>1층: 출력층의 %1배</translation>
    </message>
</context>
<context>
    <name>actiscope::HiddenSpaceRow</name>
    <message>
        <source>training points; each model has a space of its own: same scale, turned so that class 1 is right and up</source>
        <translation>훈련 점. 모델마다 다른 공간: 배율은 같고, 클래스 1이 오른쪽 위</translation>
    </message>
    <message>
        <source>Outputs of the last hidden layer, seen along the two directions in which they vary most (principal components): the output layer can only cut this picture by a straight line</source>
        <translation>마지막 은닉층의 출력을 가장 많이 흩어지는 두 방향(주성분)에서 본 모습. 출력층은 이 그림을 직선으로만 자를 수 있습니다</translation>
    </message>
    <message>
        <source>1st component</source>
        <translation>제1 주성분</translation>
    </message>
    <message>
        <source>%1 % + %2 % of the variance</source>
        <translation>분산의 %1 % + %2 %</translation>
    </message>
    <message>
        <source>one point in %1 is drawn</source>
        <translation>점 %1개 중 하나만 그립니다</translation>
    </message>
    <message>
        <source>%1 training points; %2</source>
        <translation>훈련 점 %1개. %2</translation>
    </message>
</context>
<context>
    <name>actiscope::ImageAnswersRow</name>
    <message>
        <source>framed: the true class</source>
        <translation>테두리: 실제 클래스</translation>
    </message>
    <message>
        <source>Which test images are shown</source>
        <translation>보여 줄 테스트 이미지</translation>
    </message>
    <message>
        <source>Which test images are shown. In a panel, the arrow keys go on to others, Return chooses the first.</source>
        <translation>어떤 테스트 이미지를 보여 줄지 정합니다. 패널에서는 화살표 키로 다른 이미지로 넘어가고, Enter 키로 첫 이미지를 고릅니다.</translation>
    </message>
    <message>
        <source>in order</source>
        <translation>순서대로</translation>
    </message>
    <message>
        <source>one a class</source>
        <translation>클래스마다 하나</translation>
    </message>
    <message>
        <source>mistaken</source>
        <translation>틀린 것</translation>
    </message>
    <message>
        <source>No test image is of that kind.</source>
        <translation>그런 테스트 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>%1, but is %2</source>
        <translation>%1, 정답은 %2</translation>
    </message>
</context>
<context>
    <name>actiscope::ImageCanvas</name>
    <message>
        <source>Drawing</source>
        <translation>그림판</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Nothing is drawn; the chosen test image is shown again</source>
        <translation>그림을 지우고, 골라 둔 테스트 이미지를 다시 보여 줍니다</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>가운데 맞춤</translation>
    </message>
    <message>
        <source>The drawing is made as large as the data&apos;s images are, its centre of mass where theirs is, as the makers of MNIST did</source>
        <translation>MNIST를 만들 때처럼, 그림의 크기와 무게 중심을 데이터의 이미지에 맞춥니다</translation>
    </message>
    <message>
        <source>Draw an image here: all models are asked about it. A test image is chosen by a click on it in other rows. Keys: arrows move a cross, Space paints there, with Shift an arrow paints on its way.</source>
        <translation>여기에 그린 이미지를 모든 모델에 물어봅니다. 테스트 이미지는 다른 행에서 클릭해 고릅니다. 키: 화살표로 십자를 옮기고 스페이스바로 칠합니다. Shift와 화살표를 함께 누르면 지나가며 칠합니다.</translation>
    </message>
    <message>
        <source>Row %1, column %2 of %3 × %4 pixels. Arrow keys move the cross, Space paints there, with Shift an arrow paints on its way.</source>
        <translation>%3 × %4 픽셀의 %1행 %2열. 화살표 키로 십자를 옮기고 스페이스바로 칠합니다. Shift와 화살표를 함께 누르면 지나가며 칠합니다.</translation>
    </message>
</context>
<context>
    <name>actiscope::ImageSection</name>
    <message>
        <source>Digits</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 읽는 중 …</translation>
    </message>
    <message>
        <source>Folder with the images</source>
        <translation>이미지 폴더</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>이미지: %1</translation>
    </message>
    <message>
        <source>%1: not installed</source>
        <translation>%1: 설치되지 않음</translation>
    </message>
</context>
<context>
    <name>actiscope::ImageWords</name>
    <message>
        <source>%1 test images</source>
        <translation>테스트 이미지 %1장</translation>
    </message>
    <message>
        <source>%1 of %2 test images</source>
        <translation>테스트 이미지 %2장 중 %1장</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산함</translation>
    </message>
</context>
<context>
    <name>actiscope::InsidePanel</name>
    <message>
        <source>Inside the network</source>
        <translation>신경망 내부</translation>
    </message>
    <message>
        <source>Waiting for the network&apos;s next answer…</source>
        <translation>신경망의 다음 답을 기다리는 중…</translation>
    </message>
</context>
<context>
    <name>actiscope::InsideRow</name>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>All units of the layer, or one of them</source>
        <translation>층의 모든 뉴런, 또는 그중 하나</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>모든 뉴런</translation>
    </message>
    <message>
        <source>Unit %1</source>
        <translation>뉴런 %1</translation>
    </message>
    <message>
        <source>not a number: the network has diverged</source>
        <translation>수가 아닙니다: 신경망이 발산했습니다</translation>
    </message>
    <message>
        <source>%1 % lie outside</source>
        <translation>%1 % 벗어남</translation>
    </message>
    <message>
        <source>The networks of the run that compute with the function in focus</source>
        <translation>실행에서 선택한 함수를 쓰는 신경망</translation>
    </message>
    <message>
        <source>The hidden layer whose pre-activations z, its inputs to the activation, are counted</source>
        <translation>활성화 함수에 들어가는 값 z를 셀 은닉층</translation>
    </message>
    <message>
        <source>Tick %1 to look into its network</source>
        <translation>%1: 체크하면 그 신경망의 내부를 봅니다</translation>
    </message>
    <message>
        <source>The run has no network with %1; select one of its own: %2</source>
        <translation>실행에 %1 신경망이 없습니다. 있는 것 중에서 고르세요: %2</translation>
    </message>
    <message>
        <source>share of the pre-activations z of unit %1 in layer %2, epoch %3</source>
        <translation>에포크 %3, %2층 뉴런 %1의 활성화 전 값 z의 비율</translation>
    </message>
    <message>
        <source>share of the pre-activations z of layer %1, epoch %2</source>
        <translation>에포크 %2, %1층의 활성화 전 값 z의 비율</translation>
    </message>
</context>
<context>
    <name>actiscope::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>actiscope::KinkLabels</name>
    <message>
        <source>%1 in use</source>
        <translation>%1 사용</translation>
    </message>
    <message>
        <source>%1 at x = %2: slope %3 from the left, %4 from the right; %5 is used, as in PyTorch.</source>
        <translation>x = %2에서 %1: 왼쪽 기울기 %3, 오른쪽 기울기 %4. PyTorch처럼 %5 값을 씁니다.</translation>
    </message>
    <message>
        <source>%1 has no kink for these values: f′ is the same from the left and from the right.</source>
        <translation>%1: 이 값에서는 꺾인 점이 없습니다. f′의 왼쪽 값과 오른쪽 값이 같습니다.</translation>
    </message>
    <message>
        <source>And %1 more.</source>
        <translation>외 %1개.</translation>
    </message>
</context>
<context>
    <name>actiscope::LayerActivations</name>
    <message>
        <source>An activation for each layer</source>
        <translation>층마다 활성화 함수</translation>
    </message>
    <message>
        <source>Hidden layers of this network may have different activations</source>
        <translation>이 신경망은 은닉층마다 활성화 함수를 다르게 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>Activation of layer %1: %2</source>
        <translation>%1층의 활성화 함수: %2</translation>
    </message>
    <message>
        <source>%1 of layer %2</source>
        <translation>%2층의 %1</translation>
    </message>
</context>
<context>
    <name>actiscope::LayerBox</name>
    <message>
        <source>Remove this layer</source>
        <translation>이 층 빼기</translation>
    </message>
</context>
<context>
    <name>actiscope::LossChart</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>cross-entropy loss</source>
        <translation>교차 엔트로피 손실</translation>
    </message>
    <message>
        <source>training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>actiscope::MainWindow</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy view</source>
        <translation>화면 복사(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>Left &amp;panel</source>
        <translation>왼쪽 패널(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Right panel</source>
        <translation>오른쪽 패널(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>장치(&amp;D)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>What the networks are trained on. %1</source>
        <translation>신경망을 학습시키는 장치. %1</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Actiscope</source>
        <translation>Actiscope 정보(&amp;A)</translation>
    </message>
    <message>
        <source>View copied</source>
        <translation>화면을 복사했습니다</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>About Actiscope</source>
        <translation>Actiscope 정보</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>복사했습니다</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기…(&amp;E)</translation>
    </message>
    <message>
        <source>A picture of the view for a page or a slide, or its values</source>
        <translation>문서나 슬라이드에 넣을 그림, 또는 수치</translation>
    </message>
    <message>
        <source>To the clipboard, as a picture</source>
        <translation>그림으로 클립보드에</translation>
    </message>
    <message>
        <source>&amp;Choose the device…</source>
        <translation>장치 고르기…(&amp;C)</translation>
    </message>
    <message>
        <source>What the networks are trained on</source>
        <translation>신경망을 학습시키는 장치</translation>
    </message>
    <message>
        <source>Colours as the &amp;system</source>
        <translation>시스템 색(&amp;S)</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>데스크톱 설정에 따라 밝게 또는 어둡게</translation>
    </message>
    <message>
        <source>&amp;Light colours</source>
        <translation>밝은 색(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>어두운 색(&amp;D)</translation>
    </message>
    <message>
        <source>Lists and settings</source>
        <translation>목록과 설정</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>명령 찾기…(&amp;F)</translation>
    </message>
    <message>
        <source>By a few letters of its name</source>
        <translation>이름의 몇 글자로</translation>
    </message>
    <message>
        <source>All actions and their keys</source>
        <translation>모든 명령과 단축키</translation>
    </message>
    <message>
        <source>Open the &amp;menu</source>
        <translation>메뉴 열기(&amp;M)</translation>
    </message>
    <message>
        <source>Go on with them</source>
        <translation>이어서 쓰기</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>%1[*] – Actiscope</source>
        <translation>%1[*] – Actiscope</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 파일(&amp;R)</translation>
    </message>
    <message>
        <source>A session that was open before</source>
        <translation>전에 열었던 세션</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>새 세션(&amp;N)</translation>
    </message>
    <message>
        <source>The experiment that the program begins with</source>
        <translation>프로그램이 처음 보여 주는 실험</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>열기…(&amp;O)</translation>
    </message>
    <message>
        <source>A session: experiment, views and kept runs</source>
        <translation>세션: 실험, 보기, 남겨 둔 실행</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>The session in its file</source>
        <translation>세션을 그 파일에</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장…(&amp;A)</translation>
    </message>
    <message>
        <source>The session in another file</source>
        <translation>세션을 다른 파일에</translation>
    </message>
    <message>
        <source>No session was open yet</source>
        <translation>아직 연 세션이 없습니다</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Makes the change again that was taken back</source>
        <translation>되돌린 변경을 다시 합니다</translation>
    </message>
    <message>
        <source>Back to the &amp;default experiment</source>
        <translation>기본 실험으로(&amp;D)</translation>
    </message>
    <message>
        <source>default experiment</source>
        <translation>기본 실험</translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation>글자 %1 %</translation>
    </message>
    <message>
        <source>Takes the last change in this workspace back</source>
        <translation>이 작업 공간의 마지막 변경을 되돌립니다</translation>
    </message>
    <message>
        <source>Text, lines and controls, from 100 to 200 %</source>
        <translation>글자, 선, 버튼을 100에서 200 %까지</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>글자 크게(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>글자 작게(&amp;M)</translation>
    </message>
    <message>
        <source>Text of the &amp;usual size</source>
        <translation>보통 글자 크기(&amp;U)</translation>
    </message>
    <message>
        <source>As large as the desktop has it</source>
        <translation>데스크톱의 글자 크기로</translation>
    </message>
    <message>
        <source>&amp;Presenter mode</source>
        <translation>발표 모드(&amp;P)</translation>
    </message>
    <message>
        <source>The plots alone, larger, with one sentence; Esc leaves it</source>
        <translation>그림만 크게, 한 문장과 함께. Esc로 나갑니다</translation>
    </message>
    <message>
        <source>Ready experiments</source>
        <translation>준비된 실험</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 언어</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>언어(&amp;A)</translation>
    </message>
    <message>
        <source>Of all texts; a run goes on</source>
        <translation>화면에 쓰는 언어. 실행은 계속됩니다</translation>
    </message>
    <message>
        <source>E&amp;xperiments</source>
        <translation>실험(&amp;X)</translation>
    </message>
    <message>
        <source>What this workspace begins with</source>
        <translation>이 작업 공간을 처음 열 때의 실험</translation>
    </message>
</context>
<context>
    <name>actiscope::MessageBanner</name>
    <message>
        <source>The compiler’s log</source>
        <translation>컴파일러 로그</translation>
    </message>
    <message>
        <source>Hide log</source>
        <translation>로그 숨기기</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>로그 보기</translation>
    </message>
    <message>
        <source>Training stopped: %1</source>
        <translation>학습이 멈췄습니다: %1</translation>
    </message>
    <message>
        <source>Continue with Eigen</source>
        <translation>Eigen으로 계속</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>actiscope::ModelList</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add an activation to the comparison, up to %1</source>
        <translation>비교에 활성화 함수를 더합니다. 최대 %1개</translation>
    </message>
    <message>
        <source>Add an activation</source>
        <translation>활성화 함수 추가</translation>
    </message>
    <message>
        <source>Make it die</source>
        <translation>뉴런 죽이기</translation>
    </message>
    <message>
        <source>Sets Adam with a learning rate of 1 for all models, at which ReLU units die: their f′ becomes 0 for all points</source>
        <translation>모든 모델을 학습률 1인 Adam으로 바꿉니다. ReLU 뉴런이 죽어 모든 점에서 f′가 0이 됩니다</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>차이</translation>
    </message>
</context>
<context>
    <name>actiscope::ModelRow</name>
    <message>
        <source>Exchange the activation; data and initial weights stay the same</source>
        <translation>활성화 함수 바꾸기. 데이터와 가중치 초깃값은 그대로입니다</translation>
    </message>
    <message>
        <source>Activation %1</source>
        <translation>활성화 함수 %1</translation>
    </message>
    <message>
        <source>Remove %1 from the comparison</source>
        <translation>비교에서 %1 빼기</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation>쓸 수 없는 값입니다: %1</translation>
    </message>
    <message>
        <source>%1 learned, from %2</source>
        <translation>%1 학습, 시작 %2</translation>
    </message>
    <message>
        <source>Settings of this model alone</source>
        <translation>이 모델만의 설정</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1의 설정</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1, 슬라이더</translation>
    </message>
    <message>
        <source>%1 learned</source>
        <translation>%1 학습</translation>
    </message>
</context>
<context>
    <name>actiscope::ModelSettings</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>The models differ in this</source>
        <translation>모델마다 다릅니다</translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation>쓸 수 없는 값입니다. 가능한 값: %1</translation>
    </message>
</context>
<context>
    <name>actiscope::ModelTitle</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>diverged at epoch %1</source>
        <translation>에포크 %1에서 발산</translation>
    </message>
    <message>
        <source>end %1</source>
        <translation>끝 %1</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>테스트 정확도</translation>
    </message>
    <message>
        <source>p %1</source>
        <translation>p %1</translation>
    </message>
    <message>
        <source>class %1: %2</source>
        <translation>클래스 %1: %2</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
</context>
<context>
    <name>actiscope::NetworkDiagram</name>
    <message>
        <source>Remove a hidden layer</source>
        <translation>은닉층 빼기</translation>
    </message>
    <message>
        <source>Removes the hidden layer that was chosen last, or the last one (Delete in a box)</source>
        <translation>마지막으로 고른 은닉층을, 없으면 맨 뒤 은닉층을 뺍니다(상자에서 Delete)</translation>
    </message>
    <message>
        <source>Add a hidden layer</source>
        <translation>은닉층 추가</translation>
    </message>
    <message>
        <source>Adds a hidden layer, up to %1</source>
        <translation>은닉층을 더합니다. 최대 %1개</translation>
    </message>
    <message>
        <source>Units of hidden layer %1</source>
        <translation>은닉층 %1의 뉴런 수</translation>
    </message>
    <message>
        <source>Units of hidden layer %1: type, arrows or wheel; Delete removes the layer</source>
        <translation>은닉층 %1의 뉴런 수: 입력, 화살표 키, 휠로 바꾸고 Delete로 층을 뺍니다</translation>
    </message>
</context>
<context>
    <name>actiscope::NetworkRow</name>
    <message>
        <source>Enter takes the number, Esc leaves it</source>
        <translation>Enter로 정하고 Esc로 그만둡니다</translation>
    </message>
    <message>
        <source>Edit this weight…</source>
        <translation>이 가중치 바꾸기…</translation>
    </message>
    <message>
        <source>Edit the bias…</source>
        <translation>편향 바꾸기…</translation>
    </message>
    <message>
        <source>Switch this unit off</source>
        <translation>이 뉴런 끄기</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation>%3개 중 %1~%2</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1의</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>출력 %1</translation>
    </message>
    <message>
        <source>unit %1 of layer %2</source>
        <translation>%2층의 뉴런 %1</translation>
    </message>
    <message>
        <source>%1 to %2: w = %3</source>
        <translation>%1에서 %2까지: w = %3</translation>
    </message>
    <message>
        <source>%1: bias %2</source>
        <translation>%1: 편향 %2</translation>
    </message>
    <message>
        <source>%1, f(z) %2 to %3</source>
        <translation>%1, f(z) %2~%3</translation>
    </message>
    <message>
        <source>%1 inputs to %2 units: weights from %3 to %4</source>
        <translation>%1: 입력을 뉴런 %2개에 전합니다. 가중치 %3~%4</translation>
    </message>
    <message>
        <source>width: |w|, thickest %1; solid +, dashed −; squares: f(z) on the plane, %2 light to %3 dark</source>
        <translation>굵기: |w|, 가장 굵은 선 %1. 실선 +, 파선 −. 네모: 평면 위의 f(z), %2 밝음~%3 어두움</translation>
    </message>
    <message>
        <source>squares: f(z)</source>
        <translation>네모: f(z)</translation>
    </message>
    <message>
        <source>lines: weights</source>
        <translation>선: 가중치</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>0보다 큼</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>0보다 작음</translation>
    </message>
    <message>
        <source>thickest: %1</source>
        <translation>최대 |w|: %1</translation>
    </message>
    <message>
        <source>Edit a weight into it</source>
        <translation>여기로 오는 가중치 바꾸기</translation>
    </message>
</context>
<context>
    <name>actiscope::NoteText</name>
    <message>
        <source>has none of its own</source>
        <translation>따로 없음</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>치역</translation>
    </message>
    <message>
        <source>%1, here %2</source>
        <translation>%1, 지금은 %2</translation>
    </message>
    <message>
        <source>Monotonic</source>
        <translation>단조성</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>매끄러움</translation>
    </message>
    <message>
        <source>f′ is 0</source>
        <translation>f′ = 0</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>장점</translation>
    </message>
    <message>
        <source>Weaknesses</source>
        <translation>단점</translation>
    </message>
    <message>
        <source>In libraries</source>
        <translation>라이브러리</translation>
    </message>
    <message>
        <source>First described</source>
        <translation>처음 나온 곳</translation>
    </message>
</context>
<context>
    <name>actiscope::NotesPanel</name>
    <message>
        <source>Notes on the activation in focus</source>
        <translation>선택한 활성화 함수의 설명</translation>
    </message>
    <message>
        <source>Show its curve</source>
        <translation>곡선 보기</translation>
    </message>
    <message>
        <source>Draws the activation in both plots</source>
        <translation>활성화 함수를 두 그림에 그립니다</translation>
    </message>
    <message>
        <source>The activation f as a function of the input x</source>
        <translation>입력 x의 함수로서의 활성화 함수 f</translation>
    </message>
    <message>
        <source>The derivative f′, by which backpropagation multiplies the gradient</source>
        <translation>역전파가 기울기에 곱하는 도함수 f′</translation>
    </message>
    <message>
        <source>Found by computing f and f′, for the parameters as they are set now</source>
        <translation>지금 정해진 매개변수에서 f와 f′를 계산해 찾은 것</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>성질</translation>
    </message>
</context>
<context>
    <name>actiscope::OutputsRow</name>
    <message>
        <source>mean ± σ by layer,
% of zeros below</source>
        <translation>평균 ± σ,
아래: 0의 비율</translation>
    </message>
    <message>
        <source>σ %1</source>
        <translation>σ %1</translation>
    </message>
    <message>
        <source>σ from %1 in layer 1 to %2 in layer %3</source>
        <translation>σ: 1층의 %1에서 %3층의 %2까지</translation>
    </message>
    <message>
        <source>Outputs f(z) of a layer&apos;s units over the training data: where σ shrinks from layer to layer, less and less is passed on; zeros are units that say nothing about a point</source>
        <translation>훈련 데이터에서 층의 뉴런이 내는 출력 f(z). 층마다 σ가 줄면 뒤 층에 전해지는 신호가 약해집니다. 0은 그 점에 반응하지 않은 뉴런입니다</translation>
    </message>
    <message>
        <source>layer %1: mean %2, σ %3, %4 zeros</source>
        <translation>%1층: 평균 %2, σ %3, 0의 비율 %4</translation>
    </message>
</context>
<context>
    <name>actiscope::Page</name>
    <message>
        <source>Slide, 16:9</source>
        <translation>슬라이드, 16:9</translation>
    </message>
    <message>
        <source>Column of a paper, 85 mm</source>
        <translation>논문의 한 단, 85 mm</translation>
    </message>
    <message>
        <source>A4, upright</source>
        <translation>A4 세로</translation>
    </message>
    <message>
        <source>A4, across</source>
        <translation>A4 가로</translation>
    </message>
</context>
<context>
    <name>actiscope::PanelEdge</name>
    <message>
        <source>Drag to make the panel wider; a double click puts it back</source>
        <translation>끌면 패널이 넓어지고, 더블 클릭하면 되돌아옵니다</translation>
    </message>
</context>
<context>
    <name>actiscope::PanelStack</name>
    <message>
        <source>Tick an activation in the list to draw it here</source>
        <translation>목록에서 활성화 함수를 체크하면 여기에 그려집니다</translation>
    </message>
    <message>
        <source>f(x)</source>
        <translation>f(x)</translation>
    </message>
    <message>
        <source>f′(x)</source>
        <translation>f′(x)</translation>
    </message>
    <message>
        <source>f″(x)</source>
        <translation>f″(x)</translation>
    </message>
</context>
<context>
    <name>actiscope::ParameterControl</name>
    <message>
        <source>%1 slider</source>
        <translation>%1 슬라이더</translation>
    </message>
    <message>
        <source>%1 (%2), from %3 to %4. Arrow keys: %5, with Ctrl: %6.</source>
        <translation>%1 (%2), %3에서 %4까지. 화살표 키: %5, Ctrl과 함께: %6.</translation>
    </message>
    <message>
        <source>%1 value</source>
        <translation>%1 값</translation>
    </message>
</context>
<context>
    <name>actiscope::ParameterPanel</name>
    <message>
        <source>Ghost</source>
        <translation>잔상</translation>
    </message>
    <message>
        <source>Keeps the curve from before the drag, pale and dashed</source>
        <translation>끌기 전의 곡선을 흐린 파선으로 남겨 둡니다</translation>
    </message>
    <message>
        <source>Draw slopes</source>
        <translation>기울기 뽑기</translation>
    </message>
    <message>
        <source>Draws slopes at random, as every element gets one while training</source>
        <translation>훈련할 때 원소마다 하나씩 뽑듯이, 기울기를 무작위로 뽑습니다</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Sets every parameter to its default: %1</source>
        <translation>모든 매개변수를 기본값으로: %1</translation>
    </message>
</context>
<context>
    <name>actiscope::ParameterSweep</name>
    <message>
        <source>Sweep %1</source>
        <translation>%1 훑기</translation>
    </message>
    <message>
        <source>Moves %1 to and fro over its range</source>
        <translation>%1 값을 범위 안에서 왕복시킵니다</translation>
    </message>
</context>
<context>
    <name>actiscope::PlaneRow</name>
    <message>
        <source>shade: the value, light is large; test points larger, with a dot</source>
        <translation>명암: 값, 클수록 밝음. 테스트 점은 크고 점이 찍힘</translation>
    </message>
    <message>
        <source>shade: probability; test points larger, with a dot; red: wrong</source>
        <translation>명암: 확률. 테스트 점은 크고 점이 찍힘. 빨강: 틀림</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>… to class %1</source>
        <translation>… 클래스 %1</translation>
    </message>
    <message>
        <source>test point</source>
        <translation>테스트 점</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>틀림</translation>
    </message>
    <message>
        <source>class %1, test</source>
        <translation>클래스 %1, 테스트</translation>
    </message>
    <message>
        <source>f(z) of unit %1,
layer %2</source>
        <translation>%2층 뉴런 %1의
f(z)</translation>
    </message>
</context>
<context>
    <name>actiscope::PlotPicture</name>
    <message>
        <source>%1: the name should end in .png, .svg or .pdf</source>
        <translation>%1: 이름은 .png, .svg, .pdf 중 하나로 끝나야 합니다</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1: 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>actiscope::PointsCanvas</name>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Arrow keys move a cross, Space draws, erases or grabs there</source>
        <translation>화살표 키로 십자를 옮기고, 스페이스바로 그 자리에 그리거나 지우거나 집습니다</translation>
    </message>
</context>
<context>
    <name>actiscope::PointsDialog</name>
    <message>
        <source>Draw points</source>
        <translation>점 그리기</translation>
    </message>
    <message>
        <source>Use these points</source>
        <translation>이 점 사용</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그리기</translation>
    </message>
    <message>
        <source>Click or drag to add points of the chosen class (D)</source>
        <translation>클릭하거나 끌어서 고른 클래스의 점을 더합니다(D)</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Click or drag over points to erase them (E, or the right button)</source>
        <translation>점 위를 클릭하거나 끌어서 지웁니다(E 또는 오른쪽 버튼)</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>옮기기</translation>
    </message>
    <message>
        <source>Drag a point to another place (M)</source>
        <translation>점을 끌어 다른 곳으로 옮깁니다(M)</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>How far a stroke scatters points, and how much it erases</source>
        <translation>점을 흩뿌리거나 지우는 넓이</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>브러시(&amp;B)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take back the last stroke (Ctrl+Z)</source>
        <translation>마지막으로 그린 것을 되돌립니다(Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z)</source>
        <translation>되돌린 것을 다시 합니다(Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Erase all</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>Begin with an empty plane</source>
        <translation>빈 평면에서 시작합니다</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>클래스 %1</translation>
    </message>
    <message>
        <source>Draw points of class %1 (key %2)</source>
        <translation>클래스 %1의 점 그리기(%2 키)</translation>
    </message>
    <message>
        <source>Divide by &amp;y =</source>
        <translation>경계 y =(&amp;Y)</translation>
    </message>
    <message>
        <source>Curve y = f(x)</source>
        <translation>곡선 y = f(x)</translation>
    </message>
    <message>
        <source>Points above the curve become class 1, all others class 0</source>
        <translation>곡선 위의 점은 클래스 1, 나머지는 클래스 0이 됩니다</translation>
    </message>
    <message>
        <source>Divide</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>Not accepted. Use %1</source>
        <translation>쓸 수 없는 값입니다. 가능한 값: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; two at least are needed</source>
        <translation>%1. 적어도 두 개가 필요합니다</translation>
    </message>
    <message>
        <source>%1, which is as many as can be drawn</source>
        <translation>%1. 더는 그릴 수 없습니다</translation>
    </message>
    <message>
        <source>%1, by class: %2</source>
        <translation>%1, 클래스별로 %2</translation>
    </message>
</context>
<context>
    <name>actiscope::PreActivationsRow</name>
    <message>
        <source>layer </source>
        <translation>층 </translation>
    </message>
    <message>
        <source>Layer whose pre-activations are shown</source>
        <translation>활성화 전 값을 볼 층</translation>
    </message>
    <message>
        <source>Pre-activation z: the weighted sum that goes into a unit, before f. Pointing at a unit shows its own.</source>
        <translation>활성화 전 값 z: f를 거치기 전에 뉴런에 들어가는 가중합. 뉴런을 가리키면 그 뉴런의 값을 보여 줍니다.</translation>
    </message>
    <message>
        <source>of unit %1
solid: f′
dashed: f</source>
        <translation>뉴런 %1의 것
실선: f′
파선: f</translation>
    </message>
    <message>
        <source>solid: f′
dashed: f</source>
        <translation>실선: f′
파선: f</translation>
    </message>
    <message>
        <source>Where the bars stand under f′ says how much a unit learns: where f′ is 0 it does not</source>
        <translation>막대가 f′의 어디에 놓이는지를 보면 뉴런이 얼마나 학습하는지 알 수 있습니다. f′가 0인 곳에서는 학습하지 못합니다</translation>
    </message>
    <message>
        <source>mean |f′| %1</source>
        <translation>평균 |f′| %1</translation>
    </message>
    <message>
        <source>layer %1, mean |f′| %2; %3 values from %4 to %5, %6 below, %7 above</source>
        <translation>%1층, 평균 |f′| %2. 값 %3개가 %4에서 %5까지, 그 아래 %6개, 그 위 %7개</translation>
    </message>
</context>
<context>
    <name>actiscope::PresenterBar</name>
    <message>
        <source>Place in time</source>
        <translation>시간 위치</translation>
    </message>
    <message>
        <source>Drag it to look at another moment</source>
        <translation>끌어서 다른 순간을 봅니다</translation>
    </message>
    <message>
        <source>What the run says</source>
        <translation>실행에 대한 설명</translation>
    </message>
    <message>
        <source>Where the run is</source>
        <translation>실행 위치</translation>
    </message>
</context>
<context>
    <name>actiscope::ReadOut</name>
    <message>
        <source>Values under the pointer</source>
        <translation>가리킨 곳의 값</translation>
    </message>
    <message>
        <source>x under the pointer, and the value f and the slope f′ of each curve there</source>
        <translation>가리킨 x와 그곳에서 곡선마다의 값 f, 기울기 f′</translation>
    </message>
    <message>
        <source>Point at the plots to read values</source>
        <translation>그림을 가리키면 그곳의 값이 나옵니다</translation>
    </message>
    <message>
        <source>x %1</source>
        <translation>x %1</translation>
    </message>
    <message>
        <source>%1: f %2, f′ %3</source>
        <translation>%1: f %2, f′ %3</translation>
    </message>
    <message>
        <source>, f″ %1</source>
        <translation>, f″ %1</translation>
    </message>
    <message>
        <source>Scroll the values</source>
        <translation>값 넘기기</translation>
    </message>
    <message>
        <source>%1–%2 of %3</source>
        <translation>%1–%2 / %3</translation>
    </message>
</context>
<context>
    <name>actiscope::RunCaption</name>
    <message>
        <source>network %1</source>
        <translation>신경망 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n given points</source>
        <translation>
            <numerusform>주어진 점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 points, noise %3, seed %4</source>
        <translation>%1: 점 %2개, 노이즈 %3, 시드 %4</translation>
    </message>
    <message>
        <source>%1 % for testing, seed %2</source>
        <translation>테스트 %1 %, 시드 %2</translation>
    </message>
    <message>
        <source>weights %1, seed %2</source>
        <translation>가중치 %1, 시드 %2</translation>
    </message>
    <message>
        <source>%1, learning rate %2</source>
        <translation>%1, 학습률 %2</translation>
    </message>
    <message>
        <source>batches of %1, seed %2</source>
        <translation>배치 %1, 시드 %2</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>에포크 %1 / %2</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>classes divided by y = %1</source>
        <translation>클래스 경계 y = %1</translation>
    </message>
    <message>
        <source>inputs x₁, x₂, %1</source>
        <translation>입력 x₁, x₂, %1</translation>
    </message>
    <message>
        <source>%1: %2 images</source>
        <translation>%1: 이미지 %2장</translation>
    </message>
    <message>
        <source>%1 images for testing</source>
        <translation>테스트 이미지 %1장</translation>
    </message>
</context>
<context>
    <name>actiscope::RunControls</name>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>An epoch is one pass over the training data</source>
        <translation>에포크는 훈련 데이터를 한 바퀴 도는 것입니다</translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation>학습한 에포크</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>How many epochs are trained in a second</source>
        <translation>1초에 학습할 에포크의 수</translation>
    </message>
    <message>
        <source>as fast as it goes</source>
        <translation>최대한 빠르게</translation>
    </message>
    <message>
        <source>%1 epochs/s</source>
        <translation>초당 %1 에포크</translation>
    </message>
    <message>
        <source>1 epoch/s</source>
        <translation>초당 1 에포크</translation>
    </message>
    <message>
        <source>epoch %1 / %2</source>
        <translation>에포크 %1 / %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Loss curves and boundaries as a PNG, SVG or PDF file (Ctrl+E)</source>
        <translation>손실 곡선과 결정 경계를 PNG, SVG, PDF 파일로(Ctrl+E)</translation>
    </message>
    <message>
        <source>rewound</source>
        <translation>되감음</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>분기</translation>
    </message>
    <message>
        <source>Where the run is</source>
        <translation>실행 위치</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
</context>
<context>
    <name>actiscope::RunExport</name>
    <message>
        <source>As the models need it</source>
        <translation>모델에 맞게</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>What is shown, of all models</source>
        <translation>보이는 패널, 모든 모델</translation>
    </message>
    <message>
        <source>Loss curves and boundaries</source>
        <translation>손실 곡선과 결정 경계</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2의 %1</translation>
    </message>
    <message numerus="yes">
        <source>Loss and accuracy of %n epochs and the start, training and test, of each model</source>
        <translation>
            <numerusform>시작부터 %n 에포크까지 모델별 손실과 정확도, 훈련과 테스트</numerusform>
        </translation>
    </message>
    <message>
        <source>The chart over the epochs</source>
        <translation>에포크별 차트</translation>
    </message>
    <message>
        <source>The values that the panel shows, with all their digits</source>
        <translation>패널에 보이는 값, 모든 자릿수까지</translation>
    </message>
</context>
<context>
    <name>actiscope::RunFigure</name>
    <message>
        <source>Actiscope: loss curves and decision boundaries</source>
        <translation>Actiscope: 손실 곡선과 결정 경계</translation>
    </message>
    <message>
        <source>test points: larger, with a dot; red: wrong</source>
        <translation>테스트 점: 크고 점이 찍힘. 빨강: 틀림</translation>
    </message>
</context>
<context>
    <name>actiscope::RunsPanel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs, test accuracy %1</source>
        <translation>
            <numerusform>%n 에포크, 테스트 정확도 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n epochs, test loss %1</source>
        <translation>
            <numerusform>%n 에포크, 테스트 손실 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>the same settings as now</source>
        <translation>지금과 같은 설정</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>Draw it as a thin line</source>
        <translation>가는 선으로 그리기</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행의 이름</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Note on the run</source>
        <translation>실행에 대한 메모</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Stand where it ended, with all its settings; the present run is kept</source>
        <translation>모든 설정과 함께 그 실행이 끝난 곳으로 갑니다. 지금 실행은 남겨 둡니다</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Can be undone with Ctrl+Z</source>
        <translation>Ctrl+Z로 되돌릴 수 있습니다</translation>
    </message>
    <message>
        <source>Draw %1</source>
        <translation>%1 그리기</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 되돌리기</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 삭제</translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsCanvas</name>
    <message>
        <source>Many seeds</source>
        <translation>여러 시드</translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsExport</name>
    <message numerus="yes">
        <source>%1: %n seeds</source>
        <translation>
            <numerusform>%1: 시드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>seeds %1 to %2, each of data, split and weights</source>
        <translation>시드 %1~%2, 데이터, 분할, 가중치에 모두 씀</translation>
    </message>
    <message>
        <source>%1: %2 points, noise %3</source>
        <translation>%1: 점 %2개, 노이즈 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n given points</source>
        <translation>
            <numerusform>주어진 점 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % for testing</source>
        <translation>테스트 %1 %</translation>
    </message>
    <message>
        <source>hidden layers %1</source>
        <translation>은닉층 %1</translation>
    </message>
    <message>
        <source>%1, learning rate %2</source>
        <translation>%1, 학습률 %2</translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation>배치 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n epochs</source>
        <translation>
            <numerusform>%n 에포크</numerusform>
        </translation>
    </message>
    <message>
        <source>Actiscope: many seeds</source>
        <translation>Actiscope: 여러 시드</translation>
    </message>
    <message>
        <source>Mean and 95 % interval of every epoch, paired differences</source>
        <translation>에포크마다의 평균과 95 % 구간, 짝지은 차이</translation>
    </message>
    <message>
        <source>As the models need it</source>
        <translation>모델에 맞게</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>images: %1</source>
        <translation>이미지: %1</translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsPage</name>
    <message>
        <source>Back to one run</source>
        <translation>한 실행으로 돌아가기</translation>
    </message>
    <message>
        <source>The panels of the run that was there (Esc)</source>
        <translation>앞서 있던 실행의 패널(Esc)</translation>
    </message>
    <message>
        <source>%1. Click: open as a run</source>
        <translation>%1. 클릭: 실행으로 열기</translation>
    </message>
    <message>
        <source>Training; each seed is that of data, split and weights</source>
        <translation>학습 중. 시드 하나를 데이터, 분할, 가중치에 모두 씁니다</translation>
    </message>
    <message>
        <source>Each seed is that of data, split and weights. Point at a dot to see its run</source>
        <translation>시드 하나를 데이터, 분할, 가중치에 모두 씁니다. 점을 가리키면 그 실행을 봅니다</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>시드 %1</translation>
    </message>
</context>
<context>
    <name>actiscope::SeedsPicture</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2 seeds</source>
        <translation>시드 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 seeds of one model: nothing to compare.</source>
        <translation>한 모델의 시드 %1개: 비교할 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>, %n ties</source>
        <translation>
            <numerusform>, 무승부 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 diverged</source>
        <translation>%1개 발산</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>seed %1: %2</source>
        <translation>시드 %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>mean and pointwise 95 % interval (t, %n seeds)</source>
        <translation>
            <numerusform>평균과 점별 95 % 구간(t, 시드 %n개)</numerusform>
        </translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>mean test, %</source>
        <translation>테스트 평균, %</translation>
    </message>
    <message>
        <source>mean test</source>
        <translation>테스트 평균</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>paired, points</source>
        <translation>짝지음, %p</translation>
    </message>
    <message>
        <source>paired</source>
        <translation>짝지음</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>mean accuracy</source>
        <translation>평균 정확도</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>평균 손실</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>평면</translation>
    </message>
    <message>
        <source>boundary of each seed</source>
        <translation>시드별 경계</translation>
    </message>
    <message>
        <source>p = ½ of each seed
shading: mean p</source>
        <translation>시드마다 p = ½
명암: 평균 p</translation>
    </message>
    <message>
        <source>test, a dot a seed
line: mean, 95 % interval</source>
        <translation>테스트, 시드마다 점
선: 평균, 95 % 구간</translation>
    </message>
    <message>
        <source>paired, points
bar: mean, 95 % interval</source>
        <translation>짝지음, %p
막대: 평균, 95 % 구간</translation>
    </message>
    <message>
        <source>paired
bar: mean, 95 % interval</source>
        <translation>짝지음
막대: 평균, 95 % 구간</translation>
    </message>
    <message>
        <source>to %1, paired</source>
        <translation>%1 기준, 짝지음</translation>
    </message>
    <message>
        <source>%1 better</source>
        <translation>%1 우세</translation>
    </message>
    <message>
        <source>%1 worse</source>
        <translation>%1 열세</translation>
    </message>
    <message>
        <source>The intervals of the %1 differences hold together with 95 % (Bonferroni).</source>
        <translation>차이 %1개의 구간이 동시에 성립하는 신뢰 수준은 95 %입니다(본페로니 보정).</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1~%2)</translation>
    </message>
    <message>
        <source>over %1: %2</source>
        <translation>%1에 따라: %2</translation>
    </message>
    <message>
        <source>Over %1</source>
        <translation>%1에 따라</translation>
    </message>
    <message>
        <source>mean at the end
band: 95 % interval</source>
        <translation>마지막 평균
띠: 95 % 구간</translation>
    </message>
    <message>
        <source>test accuracy, %</source>
        <translation>테스트 정확도, %</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>테스트 손실</translation>
    </message>
</context>
<context>
    <name>actiscope::SentenceLine</name>
    <message>
        <source>What happened up to this epoch</source>
        <translation>이 에포크까지 일어난 일</translation>
    </message>
    <message>
        <source>Begins anew with this one change and trains; this run is kept</source>
        <translation>이것 하나만 바꾸어 새로 학습합니다. 지금 실행은 남겨 둡니다</translation>
    </message>
</context>
<context>
    <name>actiscope::SessionFiles</name>
    <message>
        <source>Sessions of Actiscope (*.%1)</source>
        <translation>Actiscope 세션 (*.%1)</translation>
    </message>
    <message>
        <source>%1 cannot be opened: %2</source>
        <translation>%1: 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>세션 열기</translation>
    </message>
    <message>
        <source>session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>세션 저장</translation>
    </message>
    <message>
        <source>%1 cannot be saved: %2</source>
        <translation>%1: 저장할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The session has changes that are in no file.</source>
        <translation>세션에 아직 파일로 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message>
        <source>%1 has changes that are not saved.</source>
        <translation>%1: 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경</translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept: %1</source>
        <translation>저장하지 않은 변경을 남겨 둘 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Changes of %1 were not saved when the program ended.</source>
        <translation>%1: 프로그램이 끝날 때 저장하지 않은 변경이 있습니다.</translation>
    </message>
    <message>
        <source>What was not saved cannot be read: %1</source>
        <translation>저장하지 않은 것을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>parts/%1 is an experiment of another workspace</source>
        <translation>parts/%1 항목이 다른 작업 공간의 실험입니다</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>저장 안 함</translation>
    </message>
</context>
<context>
    <name>actiscope::SettingControl</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>actiscope::SettingFields</name>
    <message>
        <source>Show or hide these settings</source>
        <translation>이 설정을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>Show or hide what is rarely changed</source>
        <translation>드물게 바꾸는 것을 보이거나 숨깁니다</translation>
    </message>
    <message>
        <source>%1 ≠</source>
        <translation>%1 ≠</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>그 밖의 설정: %1</translation>
    </message>
    <message>
        <source>More (%1)</source>
        <translation>더 보기(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n of them is not as it is at first</source>
        <translation>
            <numerusform>그중 %n개가 처음과 다릅니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>actiscope::SettingsKeeper</name>
    <message>
        <source>it is not known why</source>
        <translation>이유를 알 수 없습니다</translation>
    </message>
    <message>
        <source>Settings and custom activations cannot be saved in %1: %2</source>
        <translation>설정과 사용자 정의 활성화 함수를 %1 파일에 저장할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>another window does not finish writing it</source>
        <translation>다른 창이 그 파일을 쓰고 있습니다</translation>
    </message>
</context>
<context>
    <name>actiscope::ShapeText</name>
    <message>
        <source>everywhere</source>
        <translation>모든 곳</translation>
    </message>
    <message>
        <source>it is constant</source>
        <translation>상수입니다</translation>
    </message>
    <message>
        <source>yes, it rises everywhere</source>
        <translation>예, 어디서나 증가합니다</translation>
    </message>
    <message>
        <source>yes, it never falls</source>
        <translation>예, 감소하지 않습니다</translation>
    </message>
    <message>
        <source>yes, it falls everywhere</source>
        <translation>예, 어디서나 감소합니다</translation>
    </message>
    <message>
        <source>yes, it never rises</source>
        <translation>예, 증가하지 않습니다</translation>
    </message>
    <message>
        <source>no, it turns at %1</source>
        <translation>아니요, %1에서 방향이 바뀝니다</translation>
    </message>
    <message>
        <source>no, f′ jumps at %1</source>
        <translation>아니요, %1에서 f′가 끊깁니다</translation>
    </message>
    <message>
        <source>f′ is continuous, f″ jumps at %1</source>
        <translation>f′는 연속, %1에서 f″가 끊깁니다</translation>
    </message>
    <message>
        <source>yes, f′ and f″ are continuous</source>
        <translation>예, f′와 f″가 연속입니다</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1; it goes to 0 for %2</source>
        <translation>%1. %2에서 0에 가까워집니다</translation>
    </message>
    <message>
        <source>no, f jumps at %1</source>
        <translation>아니요, %1에서 f가 끊깁니다</translation>
    </message>
</context>
<context>
    <name>actiscope::StepPage</name>
    <message>
        <source>The step in numbers</source>
        <translation>숫자로 보는 한 스텝</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>층</translation>
    </message>
    <message>
        <source>sample </source>
        <translation>샘플 </translation>
    </message>
    <message>
        <source>Training sample</source>
        <translation>훈련 샘플</translation>
    </message>
    <message>
        <source>unit </source>
        <translation>뉴런 </translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>뉴런</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>The stage before (←)</source>
        <translation>앞 단계(←)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The next stage (→); after the last one the step is taken</source>
        <translation>다음 단계(→). 마지막 단계 다음에는 한 스텝을 진행합니다</translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation>한 스텝 진행</translation>
    </message>
    <message>
        <source>Back to the panels</source>
        <translation>패널로 돌아가기</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>output</source>
        <translation>출력층</translation>
    </message>
    <message>
        <source>%1 Epoch %2 to %3.</source>
        <translation>%1 에포크 %2 → %3.</translation>
    </message>
    <message>
        <source>%1 Epoch %2 to %3, step %4 of %5.</source>
        <translation>%1 에포크 %2 → %3, 스텝 %4 / %5.</translation>
    </message>
</context>
<context>
    <name>actiscope::StepText</name>
    <message>
        <source>Forward</source>
        <translation>순전파</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>역전파</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>갱신</translation>
    </message>
    <message>
        <source>The output sums what comes in.</source>
        <translation>출력은 들어오는 값을 더합니다.</translation>
    </message>
    <message>
        <source>The unit sums what comes in, and its activation bends the sum.</source>
        <translation>뉴런은 들어오는 값을 더하고, 활성화 함수가 그 합을 변환합니다.</translation>
    </message>
    <message>
        <source>What the network says of this sample is compared with what is true.</source>
        <translation>이 샘플에 대한 신경망의 답을 정답과 비교합니다.</translation>
    </message>
    <message>
        <source>f′ is 0 here: nothing of this sample&apos;s error reaches the unit.</source>
        <translation>여기서는 f′가 0이라 이 샘플의 오차가 뉴런에 전혀 닿지 않습니다.</translation>
    </message>
    <message>
        <source>How much the loss changes with the sum z comes down from above, times f′.</source>
        <translation>합 z에 따라 손실이 얼마나 바뀌는지가 뒤 층에서 전해져 f′와 곱해집니다.</translation>
    </message>
    <message numerus="yes">
        <source>The mean gradient of %n samples moves each weight.</source>
        <translation>
            <numerusform>샘플 %n개의 평균 기울기로 가중치를 각각 갱신합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others</source>
        <translation>
            <numerusform>그 밖의 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>sum</source>
        <translation>합</translation>
    </message>
    <message>
        <source>sample: %1</source>
        <translation>샘플: %1</translation>
    </message>
    <message>
        <source>part</source>
        <translation>항</translation>
    </message>
    <message>
        <source>values</source>
        <translation>값</translation>
    </message>
    <message>
        <source>product</source>
        <translation>곱</translation>
    </message>
    <message>
        <source>outputs of the network: %1</source>
        <translation>신경망의 출력: %1</translation>
    </message>
    <message>
        <source>as probabilities: %1</source>
        <translation>확률로: %1</translation>
    </message>
    <message>
        <source>true: %1</source>
        <translation>정답: %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>뉴런 %1</translation>
    </message>
    <message>
        <source>from above</source>
        <translation>뒤 층에서 온 값</translation>
    </message>
    <message>
        <source>weight · its ∂L/∂z</source>
        <translation>가중치 · 그 뉴런의 ∂L/∂z</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>∂L/∂z · input</source>
        <translation>∂L/∂z · 입력</translation>
    </message>
    <message>
        <source>of this sample</source>
        <translation>이 샘플의 것</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>gradient of this sample</source>
        <translation>이 샘플의 기울기</translation>
    </message>
    <message>
        <source>mean of the batch</source>
        <translation>배치의 평균</translation>
    </message>
    <message>
        <source>with L1, L2, clipping</source>
        <translation>L1, L2, 클리핑 적용</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>For %1, which has the largest gradient (step %2):</source>
        <translation>기울기가 가장 큰 %1 (스텝 %2):</translation>
    </message>
    <message>
        <source>The run itself stays where it is until the last step of its epoch.</source>
        <translation>에포크의 마지막 스텝이 끝날 때까지 실행은 그대로입니다.</translation>
    </message>
    <message>
        <source>This is the last step of the epoch: the run itself takes all of them.</source>
        <translation>에포크의 마지막 스텝입니다. 진행하면 실행이 이 에포크의 모든 스텝을 진행합니다.</translation>
    </message>
    <message>
        <source>This sample is not in this batch: it moves nothing here.</source>
        <translation>이 샘플은 이 배치에 없으므로 여기서는 가중치를 바꾸지 않습니다.</translation>
    </message>
</context>
<context>
    <name>actiscope::Subject</name>
    <message>
        <source>&amp;Training</source>
        <translation>학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Images</source>
        <translation>이미지(&amp;I)</translation>
    </message>
</context>
<context>
    <name>actiscope::TimelinePlot</name>
    <message>
        <source>epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Chart and timeline</source>
        <translation>차트와 타임라인</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>Epoch %1: %2</source>
        <translation>에포크 %1: %2</translation>
    </message>
    <message>
        <source>≈ epoch %1</source>
        <translation>≈ 에포크 %1</translation>
    </message>
</context>
<context>
    <name>actiscope::TimelineSentence</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Epoch %1, test accuracy: %2.</source>
        <translation>에포크 %1, 테스트 정확도: %2.</translation>
    </message>
    <message>
        <source>Epoch %1, test loss: %2.</source>
        <translation>에포크 %1, 테스트 손실: %2.</translation>
    </message>
</context>
<context>
    <name>actiscope::TimelineView</name>
    <message>
        <source>Chart ▾</source>
        <translation>차트 ▾</translation>
    </message>
    <message>
        <source>Which figures are drawn over the epochs, and how</source>
        <translation>에포크에 따라 그릴 수치와 그리는 방법</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Earlier runs: their names and notes, and ways back to them</source>
        <translation>이전 실행: 이름, 메모, 되돌아가는 길</translation>
    </message>
    <message>
        <source>%1 will appear here</source>
        <translation>%1: 여기에 나타납니다</translation>
    </message>
    <message>
        <source> and </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>차트: %1</translation>
    </message>
    <message>
        <source>As it suits the experiment</source>
        <translation>실험에 맞게</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>손실 로그 눈금</translation>
    </message>
    <message>
        <source>Difference to the first model</source>
        <translation>첫 모델과의 차이</translation>
    </message>
    <message>
        <source>Runs (%1)</source>
        <translation>실행(%1)</translation>
    </message>
</context>
<context>
    <name>actiscope::TrainButton</name>
    <message>
        <source>&amp;Train this one</source>
        <translation>이 함수로 학습(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train these %1</source>
        <translation>이 %1개로 학습(&amp;T)</translation>
    </message>
    <message>
        <source>Tick what is to be trained</source>
        <translation>학습할 함수를 체크하세요</translation>
    </message>
    <message>
        <source>%1 activations can be compared at most</source>
        <translation>비교는 활성화 함수 최대 %1개까지</translation>
    </message>
    <message>
        <source>A network of each, with the parameters that are set here</source>
        <translation>여기서 정한 매개변수로 신경망 하나씩</translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingController</name>
    <message>
        <source>remove %1</source>
        <translation>%1 빼기</translation>
    </message>
    <message>
        <source>a weight by hand</source>
        <translation>손으로 바꾼 가중치</translation>
    </message>
    <message>
        <source>unit %1 of layer %2 off</source>
        <translation>%2층 뉴런 %1 끄기</translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingWords</name>
    <message>
        <source>%1 diverged</source>
        <translation>%1 발산</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>%1 loss %2</source>
        <translation>%1 손실 %2</translation>
    </message>
    <message>
        <source>Press Space: both networks start from the same weights.</source>
        <translation>스페이스바를 누르세요. 두 신경망은 같은 가중치에서 출발합니다.</translation>
    </message>
    <message>
        <source>Press Space: all networks start from the same weights.</source>
        <translation>스페이스바를 누르세요. 모든 신경망은 같은 가중치에서 출발합니다.</translation>
    </message>
    <message>
        <source>Press Space to train.</source>
        <translation>스페이스바를 누르면 학습합니다.</translation>
    </message>
    <message>
        <source>Training stopped: %1</source>
        <translation>학습이 멈췄습니다: %1</translation>
    </message>
    <message>
        <source>Test results at epoch %1: %2</source>
        <translation>에포크 %1의 테스트 결과: %2</translation>
    </message>
    <message>
        <source>Back at epoch %1: %2</source>
        <translation>에포크 %1(되감음): %2</translation>
    </message>
    <message>
        <source>Finished at epoch %1: %2</source>
        <translation>에포크 %1에서 끝남: %2</translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2</source>
        <translation>%1: 에포크 %2에서 발산</translation>
    </message>
    <message>
        <source>Paused at epoch %1: %2</source>
        <translation>에포크 %1에서 멈춤: %2</translation>
    </message>
    <message>
        <source>Training from epoch %1</source>
        <translation>에포크 %1부터 학습</translation>
    </message>
</context>
<context>
    <name>actiscope::TrainingWorkspace</name>
    <message>
        <source>Train or pause</source>
        <translation>학습 또는 일시 정지</translation>
    </message>
    <message>
        <source>Train and pause</source>
        <translation>학습과 일시 정지</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>한 에포크</translation>
    </message>
    <message>
        <source>One epoch: one pass over the training data</source>
        <translation>한 에포크: 훈련 데이터를 한 바퀴</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>Back to epoch 0 with the same initial weights</source>
        <translation>같은 가중치 초깃값으로 에포크 0에</translation>
    </message>
    <message>
        <source>Logarithmic loss</source>
        <translation>손실 로그 눈금</translation>
    </message>
    <message>
        <source>Equal factors of the loss are equally far apart</source>
        <translation>손실이 같은 배율이면 같은 간격으로 보입니다</translation>
    </message>
    <message>
        <source>Enlarge panel %1</source>
        <translation>패널 %1 크게</translation>
    </message>
    <message>
        <source>Or all panels again</source>
        <translation>또는 모든 패널을 다시</translation>
    </message>
    <message>
        <source>Show all panels</source>
        <translation>모든 패널 보기</translation>
    </message>
    <message>
        <source>PgUp, PgDn</source>
        <translation>PgUp, PgDn</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>시드 %1개</translation>
    </message>
    <message>
        <source>Train the comparison with %1 seeds of data and weights, and see what they say; again: back to one run</source>
        <translation>데이터와 가중치의 시드를 %1개로 바꿔 가며 모두 학습하고 결과를 비교합니다. 다시 누르면 한 실행으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Difference to the first model</source>
        <translation>첫 모델과의 차이</translation>
    </message>
    <message>
        <source>Curves of the chart minus those of the first model</source>
        <translation>차트의 곡선에서 첫 모델의 곡선을 뺍니다</translation>
    </message>
    <message>
        <source>Earlier runs</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>Their names and notes, and ways back to them</source>
        <translation>이름, 메모, 되돌아가는 길</translation>
    </message>
    <message>
        <source>on a slider: one step, with Ctrl a tenth of it; on the chart: one epoch</source>
        <translation>슬라이더에서: 한 눈금, Ctrl과 함께 그 10분의 1. 차트에서: 한 에포크</translation>
    </message>
    <message>
        <source>on a slider: ten steps; on the chart: ten epochs</source>
        <translation>슬라이더에서: 열 눈금. 차트에서: 열 에포크</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>on the chart: to the start and the end of the run</source>
        <translation>차트에서: 실행의 처음과 끝으로</translation>
    </message>
    <message>
        <source>Drag on the chart</source>
        <translation>차트에서 끌기</translation>
    </message>
    <message>
        <source>rewind every panel to that epoch</source>
        <translation>모든 패널을 그 에포크로 되감기</translation>
    </message>
    <message>
        <source>Draw points…</source>
        <translation>점 그리기…</translation>
    </message>
    <message>
        <source>Add, erase and move points by hand, or divide them by a curve</source>
        <translation>손으로 점을 더하고 지우고 옮기거나, 곡선으로 나눕니다</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV 열기…</translation>
    </message>
    <message>
        <source>Train on the points of a file, with any separator</source>
        <translation>파일의 점으로 학습, 구분자는 무엇이든</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV 저장…</translation>
    </message>
    <message>
        <source>Write the points to a file, with their classes and their part</source>
        <translation>점을 클래스, 용도와 함께 파일에 씁니다</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>한 스텝씩</translation>
    </message>
    <message>
        <source>The next step in numbers: forward, loss, backward and update of one sample and unit; again: back to the panels</source>
        <translation>다음 스텝을 숫자로: 한 샘플과 한 뉴런의 순전파, 손실, 역전파, 갱신. 다시 누르면 패널로 돌아갑니다</translation>
    </message>
    <message>
        <source>Experiment, models and settings (F9)</source>
        <translation>실험, 모델, 설정(F9)</translation>
    </message>
    <message>
        <source>experiment %1</source>
        <translation>실험 %1</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>%1의 설정</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Which figures are drawn over the epochs, and how</source>
        <translation>에포크에 따라 그릴 수치와 그리는 방법</translation>
    </message>
    <message>
        <source>Open images…</source>
        <translation>이미지 열기…</translation>
    </message>
    <message>
        <source>Train on the images of a folder, in MNIST&apos;s four files</source>
        <translation>MNIST 형식의 파일 네 개가 든 폴더의 이미지로 학습합니다</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>더 느리게</translation>
    </message>
    <message>
        <source>Fewer epochs a second</source>
        <translation>초당 에포크를 줄입니다</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>더 빠르게</translation>
    </message>
    <message>
        <source>More epochs a second</source>
        <translation>초당 에포크를 늘립니다</translation>
    </message>
</context>
<context>
    <name>actiscope::UnitPicturesRow</name>
    <message>
        <source>orange: weights above 0,
blue: below;
full colour at ±%1;
crossed out: dead</source>
        <translation>주황: 양의 가중치,
파랑: 음의 가중치,
±%1에서 가장 진함,
×: 죽은 뉴런</translation>
    </message>
    <message>
        <source>%1 dead</source>
        <translation>%1개 죽음</translation>
    </message>
    <message>
        <source>none dead</source>
        <translation>죽은 뉴런 없음</translation>
    </message>
    <message>
        <source>weights %1 to %2</source>
        <translation>가중치 %1~%2</translation>
    </message>
    <message>
        <source>%1 pictures of %2 × %3 weights, full colour at ±%4; %5 units are dead</source>
        <translation>가중치 %2 × %3개의 그림 %1장, ±%4에서 가장 진함. 죽은 뉴런 %5개</translation>
    </message>
</context>
<context>
    <name>actiscope::UnitWords</name>
    <message>
        <source>Unit %1, layer %2</source>
        <translation>뉴런 %1, %2층</translation>
    </message>
    <message>
        <source>%1: dead from the start</source>
        <translation>%1: 처음부터 죽어 있음</translation>
    </message>
    <message>
        <source>%1: dead since epoch %2</source>
        <translation>%1: 에포크 %2부터 죽음</translation>
    </message>
    <message>
        <source>%1: dead, f′ = 0 for all points</source>
        <translation>%1: 죽음, 모든 점에서 f′ = 0</translation>
    </message>
    <message>
        <source>%1: f′ ≠ 0 for %2 % of the points</source>
        <translation>%1: 점의 %2 %에서 f′ ≠ 0</translation>
    </message>
    <message>
        <source>%1%2 = %3, f(z) = %4, f′(z) = %5</source>
        <translation>%1%2 = %3, f(z) = %4, f′(z) = %5</translation>
    </message>
</context>
<context>
    <name>actiscope::UnitsRow</name>
    <message>
        <source>%1 dead</source>
        <translation>%1개 죽음</translation>
    </message>
    <message>
        <source>none dead</source>
        <translation>죽은 뉴런 없음</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>%1층</translation>
    </message>
    <message>
        <source>layer %1: %2 of %3 dead</source>
        <translation>%1층: %3개 중 %2개 죽음</translation>
    </message>
    <message>
        <source>hollow: dead,
f′ always 0</source>
        <translation>빈 동그라미: 죽음,
늘 f′ = 0</translation>
    </message>
</context>
<context>
    <name>actiscope::ViewBar</name>
    <message>
        <source>f″</source>
        <translation>f″</translation>
    </message>
    <message>
        <source>A plot of the second derivative f″, the slope of f′</source>
        <translation>이계도함수 f″, 곧 f′의 기울기를 그립니다</translation>
    </message>
    <message>
        <source>Equal scale</source>
        <translation>같은 눈금</translation>
    </message>
    <message>
        <source>One unit is as long on y as on x, so that slope 1 rises at 45°</source>
        <translation>y의 한 눈금을 x와 같은 길이로: 기울기 1이 45°로 올라갑니다</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>함수족</translation>
    </message>
    <message>
        <source>Draws the function in focus for several values of a parameter at once</source>
        <translation>선택한 함수를 매개변수의 여러 값으로 한꺼번에 그립니다</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>A plot of the difference of two functions and where it is largest</source>
        <translation>두 함수의 차이와 가장 크게 벌어지는 곳을 그립니다</translation>
    </message>
    <message>
        <source>Look inside</source>
        <translation>내부 보기</translation>
    </message>
    <message>
        <source>Tangent at the pointer</source>
        <translation>가리킨 곳의 접선</translation>
    </message>
    <message>
        <source>The straight line with the slope f′ that the function in focus has there</source>
        <translation>그곳에서 선택한 함수에 접하는, 기울기 f′인 직선</translation>
    </message>
    <message>
        <source>Asymptotes</source>
        <translation>점근선</translation>
    </message>
    <message>
        <source>The lines that the function in focus comes ever closer to, dashed</source>
        <translation>선택한 함수가 한없이 가까워지는 직선, 파선</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>포화</translation>
    </message>
    <message>
        <source>Shades where |f′| is so small that hardly any gradient passes</source>
        <translation>|f′|가 작아 기울기가 거의 전해지지 않는 곳을 칠합니다</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>What is marked of the function in focus</source>
        <translation>선택한 함수에 표시할 것</translation>
    </message>
    <message>
        <source>Saturation threshold</source>
        <translation>포화 문턱값</translation>
    </message>
    <message>
        <source>Where |f′| is below this, the function in focus counts as saturated</source>
        <translation>|f′|가 이보다 작으면 선택한 함수를 포화로 봅니다</translation>
    </message>
    <message>
        <source>The pre-activations z of the network that is being trained: what its units put into the function in focus, on the same x axis</source>
        <translation>학습 중인 신경망의 활성화 전 값 z: 뉴런이 선택한 함수에 넣는 값을 같은 x축에 그립니다</translation>
    </message>
    <message>
        <source>where |f′| &lt;</source>
        <translation>|f′| &lt;</translation>
    </message>
    <message>
        <source>%1 has no parameter, so there is no family of it</source>
        <translation>%1: 매개변수가 없어 함수족도 없습니다</translation>
    </message>
    <message>
        <source>There is no network to look into: begin a run in the Training workspace</source>
        <translation>내부를 볼 신경망이 없습니다. 학습 작업 공간에서 실행을 시작하세요</translation>
    </message>
</context>
<context>
    <name>actiscope::WindowTexts</name>
    <message>
        <source>Makes visible what an activation function does to a neural network.</source>
        <translation>활성화 함수가 신경망에 하는 일을 눈에 보이게 합니다.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, Eigen and OpenCL.</source>
        <translation>GNU 일반 공중 사용 허가서 3판 또는 그 이후 판을 따르는 자유 소프트웨어입니다. Qt, QCustomPlot, Eigen, OpenCL을 씁니다.</translation>
    </message>
</context>
<context>
    <name>actiscope::Workspace</name>
    <message>
        <source>Functions</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Activations and their derivatives</source>
        <translation>활성화 함수와 도함수</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Networks that differ only in their activation</source>
        <translation>활성화 함수만 다른 신경망</translation>
    </message>
    <message>
        <source>Copy view</source>
        <translation>화면 복사</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Networks that differ only in their activation, and tell images apart</source>
        <translation>활성화 함수만 다르고 이미지를 분류하는 신경망</translation>
    </message>
</context>
<context>
    <name>actiscope::runName</name>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
</context>
<context>
    <name>actiscope::trainingStatus</name>
    <message>
        <source>%1 steps/s · %2 GFLOP/s</source>
        <translation>초당 %1 스텝 · %2 GFLOP/s</translation>
    </message>
    <message>
        <source>Press Space to train</source>
        <translation>스페이스바를 누르면 학습</translation>
    </message>
    <message>
        <source>Making data and weights…</source>
        <translation>데이터와 가중치를 만드는 중…</translation>
    </message>
    <message>
        <source>Making data and weights, building kernels…</source>
        <translation>데이터와 가중치, 커널을 만드는 중…</translation>
    </message>
    <message>
        <source>Kernels are being built for the device. Until then Eigen trains.</source>
        <translation>장치의 커널을 만드는 중입니다. 그동안은 Eigen으로 학습합니다.</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 is a number from %2 to %3</source>
        <translation>%1: %2에서 %3까지의 수</translation>
    </message>
    <message>
        <source>%1 has no parameters (as name=value)</source>
        <translation>%1: 매개변수가 없습니다(이름=값 꼴)</translation>
    </message>
    <message>
        <source>parameters of %1: %2 (as name=value)</source>
        <translation>%1의 매개변수: %2 (이름=값 꼴)</translation>
    </message>
    <message>
        <source>%1 is at most %2</source>
        <translation>%1: 최대 %2</translation>
    </message>
    <message>
        <source>at character %1 of the formula (the first is 0): %2</source>
        <translation>수식의 %1번째 글자(처음이 0): %2</translation>
    </message>
    <message>
        <source>at least one training and one test sample</source>
        <translation>훈련 샘플과 테스트 샘플이 각각 하나 이상</translation>
    </message>
    <message>
        <source>mse for data with real-valued targets</source>
        <translation>실숫값 목표를 가진 데이터에는 mse</translation>
    </message>
    <message>
        <source>accepted: %1</source>
        <translation>가능한 값: %1</translation>
    </message>
    <message>
        <source>a number between 0 and 1 that leaves at least one training sample</source>
        <translation>0과 1 사이의 수, 훈련 샘플이 하나 이상 남아야 합니다</translation>
    </message>
    <message>
        <source>finite numbers; this is point %1</source>
        <translation>유한한 수; 이것은 %1번째 값입니다</translation>
    </message>
    <message>
        <source>a whole number from 2 to 1000000</source>
        <translation>2에서 1000000까지의 정수</translation>
    </message>
    <message>
        <source>a number from 0 to 10</source>
        <translation>0에서 10까지의 수</translation>
    </message>
    <message>
        <source>a whole number from 2 to %1</source>
        <translation>2에서 %1까지의 정수</translation>
    </message>
    <message>
        <source>%1 takes %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a number from 0 to below 1</source>
        <translation>0 이상 1 미만의 수</translation>
    </message>
    <message>
        <source>below %1, the number of models</source>
        <translation>%1 미만(모델의 수)</translation>
    </message>
    <message>
        <source>a finite number above 0</source>
        <translation>0보다 큰 유한한 수</translation>
    </message>
    <message>
        <source>there is no hidden layer</source>
        <translation>은닉층이 없습니다</translation>
    </message>
    <message>
        <source>LAYER,UNIT with a hidden layer from 0 to %1</source>
        <translation>LAYER,UNIT, 은닉층은 0에서 %1까지</translation>
    </message>
    <message>
        <source>LAYER,UNIT with a unit from 0 to %1 in that layer</source>
        <translation>LAYER,UNIT, 그 층의 뉴런은 0에서 %1까지</translation>
    </message>
    <message>
        <source>%1: %2 is not accepted; %3</source>
        <translation>%1: %2 값은 쓸 수 없습니다; %3</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 실패: %2</translation>
    </message>
    <message>
        <source>1 to 8 widths from 1 to 512, as in 64,64, or none</source>
        <translation>64,64처럼 1에서 512까지의 너비 1~8개, 또는 none</translation>
    </message>
    <message>
        <source>at least one activation</source>
        <translation>활성화 함수 하나 이상</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000000, or 0 for all samples</source>
        <translation>1에서 1000000까지의 정수, 또는 0(모든 샘플)</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1000000</source>
        <translation>1에서 1000000까지의 정수</translation>
    </message>
    <message>
        <source>this has no finite value and slope anywhere from -8 to 8</source>
        <translation>-8에서 8까지 어디에도 유한한 값과 기울기가 없습니다</translation>
    </message>
    <message>
        <source>its derivative is too long; at most %1 operations</source>
        <translation>도함수가 너무 깁니다; 연산은 최대 %1개</translation>
    </message>
    <message>
        <source>its derivative has numbers beyond 1e30</source>
        <translation>도함수에 1e30을 넘는 수가 있습니다</translation>
    </message>
    <message>
        <source>this has no finite value or slope</source>
        <translation>유한한 값이나 기울기가 없습니다</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; did you mean &apos;%2&apos;?</source>
        <translation>&apos;%1&apos;: 없는 이름입니다; 혹시 &apos;%2&apos;인가요?</translation>
    </message>
    <message>
        <source>a formula in x was expected, as x*sigmoid(b*x)</source>
        <translation>x*sigmoid(b*x)처럼 x로 된 수식이 있어야 합니다</translation>
    </message>
    <message>
        <source>the formula has to depend on x</source>
        <translation>수식에 x가 들어 있어야 합니다</translation>
    </message>
    <message>
        <source>this is nested too deeply; at most %1 brackets in one another</source>
        <translation>괄호가 너무 깊습니다; 겹친 괄호는 최대 %1개</translation>
    </message>
    <message>
        <source>the formula ends where a number, x or a function was expected</source>
        <translation>수, x, 함수 중 하나가 와야 할 곳에서 수식이 끝납니다</translation>
    </message>
    <message>
        <source>this bracket closes nothing, or something is missing before it</source>
        <translation>짝이 없는 닫는 괄호이거나, 그 앞에 빠진 것이 있습니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not expected here; a number, x or a function was</source>
        <translation>&apos;%1&apos;: 여기에 올 수 없습니다; 수, x, 함수 중 하나가 와야 합니다</translation>
    </message>
    <message>
        <source>this is larger than 1e30</source>
        <translation>1e30보다 큽니다</translation>
    </message>
    <message>
        <source>this has no finite value</source>
        <translation>유한한 값이 없습니다</translation>
    </message>
    <message>
        <source>the formula is too long; at most %1 operations</source>
        <translation>수식이 너무 깁니다; 연산은 최대 %1개</translation>
    </message>
    <message>
        <source>a comparison was expected before &apos;?&apos;, as in x &lt; 0 ? a*x : x</source>
        <translation>x &lt; 0 ? a*x : x처럼 &apos;?&apos; 앞에는 비교가 와야 합니다</translation>
    </message>
    <message>
        <source>&apos;:&apos; was expected, and what holds otherwise, as in x &lt; 0 ? a*x : x</source>
        <translation>x &lt; 0 ? a*x : x처럼 &apos;:&apos;와 그 밖의 경우의 값이 와야 합니다</translation>
    </message>
    <message>
        <source>this divides by 0</source>
        <translation>0으로 나눕니다</translation>
    </message>
    <message>
        <source>exponents go from -100 to 100</source>
        <translation>지수는 -100에서 100까지</translation>
    </message>
    <message>
        <source>this bracket is not closed</source>
        <translation>닫히지 않은 괄호입니다</translation>
    </message>
    <message>
        <source>%1 wants brackets, as %2</source>
        <translation>%1: %2처럼 괄호가 필요합니다</translation>
    </message>
    <message>
        <source>%1 takes 1 argument; the decimal sign is &apos;.&apos;, not &apos;,&apos;</source>
        <translation>%1: 인수는 하나입니다; 소수점은 &apos;,&apos;가 아니라 &apos;.&apos;</translation>
    </message>
    <message>
        <source>the formula is too long; at most %1 characters</source>
        <translation>수식이 너무 깁니다; 글자는 최대 %1개</translation>
    </message>
    <message>
        <source>a number was expected before or after &apos;.&apos;</source>
        <translation>&apos;.&apos; 앞이나 뒤에 숫자가 있어야 합니다</translation>
    </message>
    <message>
        <source>this character cannot be in a formula</source>
        <translation>수식에 쓸 수 없는 글자입니다</translation>
    </message>
    <message>
        <source>numbers go from 1e-30 to 1e30</source>
        <translation>수는 1e-30에서 1e30까지</translation>
    </message>
    <message>
        <source>a whole number from 1 to %1</source>
        <translation>1에서 %1까지의 정수</translation>
    </message>
    <message>
        <source>two finite numbers, the lower one first</source>
        <translation>유한한 수 두 개, 작은 수 먼저</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>%1에서 %2까지의 수</translation>
    </message>
    <message>
        <source>0 or a number above</source>
        <translation>0 이상의 수</translation>
    </message>
    <message>
        <source>a number above 0</source>
        <translation>0보다 큰 수</translation>
    </message>
    <message>
        <source>above 0 and below 1 with Nesterov</source>
        <translation>네스테로프에서는 0보다 크고 1보다 작은 수</translation>
    </message>
    <message>
        <source>no cohort is loaded</source>
        <translation>불러온 모델 묶음이 없습니다</translation>
    </message>
    <message>
        <source>there is no OpenCL device %1; found %2</source>
        <translation>OpenCL 장치 %1번이 없습니다; 찾은 장치: %2</translation>
    </message>
    <message>
        <source>%1 models of %2 KiB need %3 MiB in one piece, the device gives %4; train fewer or smaller networks, or on another device</source>
        <translation>각각 %2 KiB인 모델 %1개에는 연속된 메모리 %3 MiB가 필요하지만 장치는 %4 MiB까지만 할당합니다; 신경망을 줄이거나 다른 장치를 쓰세요</translation>
    </message>
    <message>
        <source>too little memory; train fewer or smaller networks, or on another device: %1</source>
        <translation>메모리가 부족합니다; 신경망을 줄이거나 다른 장치를 쓰세요: %1</translation>
    </message>
    <message>
        <source>the device is out of resources; train fewer or smaller networks, or on another device: %1</source>
        <translation>장치의 자원이 부족합니다; 신경망을 줄이거나 다른 장치를 쓰세요: %1</translation>
    </message>
    <message>
        <source>the device is no longer there: %1</source>
        <translation>장치가 사라졌습니다: %1</translation>
    </message>
    <message>
        <source>the device does not run work-groups of this size: %1</source>
        <translation>장치가 이 크기의 작업 그룹을 실행하지 못합니다: %1</translation>
    </message>
    <message>
        <source>the device&apos;s driver has no compiler: %1</source>
        <translation>장치의 드라이버에 컴파일러가 없습니다: %1</translation>
    </message>
    <message>
        <source>there is too little memory; train fewer or smaller networks</source>
        <translation>메모리가 부족합니다; 신경망의 수나 크기를 줄이세요</translation>
    </message>
    <message>
        <source>the device&apos;s compiler did not accept the program: %1</source>
        <translation>장치의 컴파일러가 프로그램을 받아들이지 않았습니다: %1</translation>
    </message>
    <message>
        <source>the device failed while it was computing: %1</source>
        <translation>장치가 계산하다가 실패했습니다: %1</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>the decimal sign is &apos;.&apos;, not &apos;,&apos;: before &apos;%1&apos;</source>
        <translation>소수점은 &apos;,&apos;가 아니라 &apos;.&apos;입니다: &apos;%1&apos; 앞</translation>
    </message>
    <message>
        <source>%1 is given twice</source>
        <translation>%1: 두 번 주어졌습니다</translation>
    </message>
    <message>
        <source>a formula begins with &apos;formula:&apos;, as in formula:%1</source>
        <translation>수식은 &apos;formula:&apos;로 시작합니다. 예: formula:%1</translation>
    </message>
    <message>
        <source>this can be read in two ways; write √(x^2) or (√x)^2</source>
        <translation>두 가지로 읽힙니다; √(x^2) 또는 (√x)^2로 쓰세요</translation>
    </message>
    <message>
        <source>powers of functions are written as %1(x)^2; inverse functions are asin, acos, atan, log and the like</source>
        <translation>함수의 거듭제곱은 %1(x)^2처럼 씁니다; 역함수는 asin, acos, atan, log 등입니다</translation>
    </message>
    <message>
        <source>%1 of %2 cannot depend on x</source>
        <translation>%2의 %1: x에 따라 달라질 수 없습니다</translation>
    </message>
    <message>
        <source>a comparison was expected first, as in where(x &lt; 0, a*x, x)</source>
        <translation>where(x &lt; 0, a*x, x)처럼 비교가 먼저 와야 합니다</translation>
    </message>
    <message>
        <source>%1 takes from %2 to %3 arguments; the decimal sign is &apos;.&apos;, not &apos;,&apos;</source>
        <translation>%1: 인수는 %2개에서 %3개까지입니다; 소수점은 &apos;,&apos;가 아니라 &apos;.&apos;</translation>
    </message>
    <message>
        <source>%1 takes %2 arguments, separated by &apos;,&apos;; the decimal sign is &apos;.&apos;</source>
        <translation>%1: 인수는 &apos;,&apos;로 나눈 %2개입니다; 소수점은 &apos;.&apos;</translation>
    </message>
    <message>
        <source>&apos;,&apos; only separates the arguments of functions, as of max; the decimal sign is &apos;.&apos;</source>
        <translation>&apos;,&apos;는 max 같은 함수의 인수만 나눕니다; 소수점은 &apos;.&apos;</translation>
    </message>
    <message>
        <source>choices are written as x &lt; 0 ? a*x : x, or where(x &lt; 0, a*x, x)</source>
        <translation>경우는 x &lt; 0 ? a*x : x 또는 where(x &lt; 0, a*x, x)로 씁니다</translation>
    </message>
    <message>
        <source>a sign is missing before &apos;%1&apos;; products are written with &apos;*&apos;, powers with &apos;^&apos;</source>
        <translation>&apos;%1&apos; 앞에 기호가 빠졌습니다; 곱은 &apos;*&apos;, 거듭제곱은 &apos;^&apos;</translation>
    </message>
    <message>
        <source>comparisons were expected on both sides, as in x &gt; -1 and x &lt; 1</source>
        <translation>x &gt; -1 and x &lt; 1처럼 양쪽에 비교가 와야 합니다</translation>
    </message>
    <message>
        <source>a comparison was expected after &apos;not&apos;, as in not x &lt; 0</source>
        <translation>not x &lt; 0처럼 &apos;not&apos; 뒤에는 비교가 와야 합니다</translation>
    </message>
    <message>
        <source>this bar is not closed; |x| is abs(x), and either of two conditions is &apos;or&apos;</source>
        <translation>닫히지 않은 |입니다; |x|는 abs(x), 두 조건 중 하나는 &apos;or&apos;</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; products are written with &apos;*&apos; or a blank: %2</source>
        <translation>&apos;%1&apos;: 없는 이름입니다; 곱은 &apos;*&apos;나 공백으로 씁니다: %2</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; write %2*%3 or %3^%2</source>
        <translation>&apos;%1&apos;: 없는 이름입니다; %2*%3 또는 %3^%2 꼴로 쓰세요</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;; names are %2</source>
        <translation>&apos;%1&apos;: 없는 이름입니다; 쓸 수 있는 이름: %2</translation>
    </message>
    <message>
        <source>functions are written without &apos;%1.&apos;</source>
        <translation>함수는 &apos;%1.&apos; 없이 씁니다</translation>
    </message>
    <message>
        <source>&apos;=&apos; has no place here; equality is &apos;==&apos;, and the values of a and b follow the formula as &apos;,a=0.5&apos;</source>
        <translation>&apos;=&apos;는 여기에 올 수 없습니다; 같음은 &apos;==&apos;, a와 b의 값은 수식 뒤에 &apos;,a=0.5&apos;처럼 씁니다</translation>
    </message>
    <message>
        <source>brackets are ( and )</source>
        <translation>괄호는 ( 와 )입니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be in a formula; it is made of numbers, x, a, b, functions, + - * / ^ ( ) &lt; &gt; = ? : | and, or, not</source>
        <translation>&apos;%1&apos;: 수식에 쓸 수 없습니다; 수식은 수, x, a, b, 함수, + - * / ^ ( ) &lt; &gt; = ? : | and, or, not으로 이루어집니다</translation>
    </message>
    <message>
        <source>a superscript is a whole number</source>
        <translation>위 첨자는 정수입니다</translation>
    </message>
    <message>
        <source>this process is limited to %1 MiB of address space (ulimit -v), and a driver needs %2</source>
        <translation>이 프로세스의 주소 공간은 %1 MiB로 제한되어 있고(ulimit -v), 드라이버에는 %2 MiB가 필요합니다</translation>
    </message>
    <message>
        <source>the driver does not survive what is asked of it: %1; it keeps its programs in %2</source>
        <translation>이 작업을 시키면 드라이버가 비정상 종료합니다: %1; 프로그램을 두는 곳: %2</translation>
    </message>
    <message>
        <source>accepted: %1, formula:…</source>
        <translation>가능한 값: %1, formula:…</translation>
    </message>
    <message>
        <source>%1 &apos;actiscope list&apos; names all</source>
        <translation>%1 전체 목록: &apos;actiscope list&apos;</translation>
    </message>
    <message>
        <source>only data with classes can be stratified</source>
        <translation>클래스가 있는 데이터만 층화할 수 있습니다</translation>
    </message>
    <message>
        <source>a whole number for each of %1 classes, %2 points in all</source>
        <translation>클래스 %1개에 정수 하나씩, 모두 점 %2개</translation>
    </message>
    <message>
        <source>two numbers from -100 to 100, the lower one first, as in -10,10</source>
        <translation>-10,10처럼 -100에서 100까지의 수 두 개, 작은 수 먼저</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>혹시 %1인가요?</translation>
    </message>
    <message>
        <source>did you mean %1 or %2?</source>
        <translation>혹시 %1 또는 %2인가요?</translation>
    </message>
    <message>
        <source>%1 accepted: %2</source>
        <translation>%1 가능한 값: %2</translation>
    </message>
    <message>
        <source>a number from -%1 to %1</source>
        <translation>-%1에서 %1까지의 수</translation>
    </message>
    <message>
        <source>the decimal sign is &apos;.&apos;, as in %1</source>
        <translation>소수점은 &apos;.&apos;입니다. 예: %1</translation>
    </message>
    <message>
        <source>two points of each class, and no fewer training or test points than classes</source>
        <translation>클래스마다 점 두 개, 훈련 점과 테스트 점은 각각 클래스 수 이상</translation>
    </message>
    <message>
        <source>%1 does not take it; %2 do</source>
        <translation>%1: 쓰지 않는 값입니다; 쓰는 것: %2</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>수</translation>
    </message>
    <message>
        <source>other parameters of the same activation, or a new run</source>
        <translation>같은 활성화 함수의 다른 매개변수, 또는 새 실행</translation>
    </message>
    <message>
        <source>one of %1; others need a new run</source>
        <translation>%1 중 하나; 다른 것은 새 실행이 필요합니다</translation>
    </message>
    <message>
        <source>one of a run</source>
        <translation>한 실행의 모델 하나</translation>
    </message>
    <message>
        <source>one for all hidden layers, or one for each of the %1</source>
        <translation>모든 은닉층에 하나, 또는 층 %1개에 하나씩</translation>
    </message>
    <message>
        <source>only data with classes have an accuracy</source>
        <translation>정확도는 클래스가 있는 데이터에만 있습니다</translation>
    </message>
    <message>
        <source>a number from 0 to 1</source>
        <translation>0에서 1까지의 수</translation>
    </message>
    <message>
        <source>every model has diverged</source>
        <translation>모든 모델이 발산했습니다</translation>
    </message>
    <message>
        <source>the training loss is %1 or below</source>
        <translation>훈련 손실이 %1 이하입니다</translation>
    </message>
    <message>
        <source>the test accuracy is %1 % or above</source>
        <translation>테스트 정확도가 %1 % 이상입니다</translation>
    </message>
    <message>
        <source>the test loss has not improved for %1 epochs</source>
        <translation>테스트 손실이 %1 에포크 동안 나아지지 않았습니다</translation>
    </message>
    <message>
        <source>this was the last of %1 epochs</source>
        <translation>전체 %1 에포크의 마지막입니다</translation>
    </message>
    <message>
        <source>as many whole numbers from 0 as there are classes, 2 to 1000000 in all, as in 300,100</source>
        <translation>300,100처럼 클래스 수만큼의 0 이상 정수, 합계 2에서 1000000까지</translation>
    </message>
    <message>
        <source>cross-entropy loss</source>
        <translation>교차 엔트로피 손실</translation>
    </message>
    <message>
        <source>mean squared error</source>
        <translation>평균 제곱 오차</translation>
    </message>
    <message>
        <source>%1 is expected here</source>
        <translation>%1: 여기에 있어야 합니다</translation>
    </message>
    <message>
        <source>a list of numbers is expected here</source>
        <translation>여기에는 수의 목록이 있어야 합니다</translation>
    </message>
    <message>
        <source>a number is expected here</source>
        <translation>여기에는 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>a whole number from 1 to 1024 is expected here</source>
        <translation>여기에는 1에서 1024까지의 정수가 있어야 합니다</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>없는 설정입니다</translation>
    </message>
    <message>
        <source>true or false is expected here</source>
        <translation>여기에는 true나 false가 있어야 합니다</translation>
    </message>
    <message>
        <source>this is no setting of a model</source>
        <translation>모델의 설정이 아닙니다</translation>
    </message>
    <message>
        <source>this is a setting of a model</source>
        <translation>모델의 설정입니다</translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation>여기에는 객체가 있어야 합니다</translation>
    </message>
    <message>
        <source>the version of the format is missing</source>
        <translation>형식의 버전이 없습니다</translation>
    </message>
    <message>
        <source>%1 is newer than this program, which reads up to %2</source>
        <translation>%1: 이 프로그램보다 새로운 버전입니다. %2까지 읽습니다</translation>
    </message>
    <message>
        <source>a sentence is expected here</source>
        <translation>여기에는 문장(문자열)이 있어야 합니다</translation>
    </message>
    <message>
        <source>a list of 1 to %1 models is expected here</source>
        <translation>여기에는 모델 1~%1개의 목록이 있어야 합니다</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>an object with an activation is expected here</source>
        <translation>여기에는 활성화 함수가 든 객체가 있어야 합니다</translation>
    </message>
    <message>
        <source>lists and objects are nested more than %1 deep</source>
        <translation>목록과 객체가 %1겹보다 깊습니다</translation>
    </message>
    <message>
        <source>this key stands here twice</source>
        <translation>이 키가 여기에 두 번 나옵니다</translation>
    </message>
    <message>
        <source>%1 bytes are too many for an experiment; %2 at most</source>
        <translation>%1바이트는 실험 파일로 너무 큽니다; 최대 %2바이트</translation>
    </message>
    <message>
        <source>this is not JSON</source>
        <translation>JSON이 아닙니다</translation>
    </message>
    <message>
        <source>a number is too large</source>
        <translation>너무 큰 수입니다</translation>
    </message>
    <message>
        <source>it does not apply; it does without %1</source>
        <translation>해당하지 않습니다; %1 없이만 쓰입니다</translation>
    </message>
    <message>
        <source>it does not apply to %1 %2; it does with %1 %3</source>
        <translation>%1 %2에는 해당하지 않습니다; %1 %3에 쓰입니다</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>점</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>데이터 세트</translation>
    </message>
    <message>
        <source>data set (see &apos;actiscope list --data&apos;)</source>
        <translation>데이터 세트(&apos;actiscope list --data&apos; 참고)</translation>
    </message>
    <message>
        <source>Points of each class</source>
        <translation>클래스별 점의 수</translation>
    </message>
    <message>
        <source>number of points of each class instead, as scikit-learn&apos;s n_samples</source>
        <translation>대신 클래스마다 점의 수, scikit-learn의 n_samples처럼</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플 수</translation>
    </message>
    <message>
        <source>number of points, training and test together</source>
        <translation>훈련과 테스트를 합한 점의 수</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>standard deviation of the normal noise added to each coordinate, or to each target</source>
        <translation>좌표나 목푯값마다 더하는 정규 노이즈의 표준편차</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스 수</translation>
    </message>
    <message>
        <source>number of classes</source>
        <translation>클래스의 수</translation>
    </message>
    <message>
        <source>Inner radius</source>
        <translation>안쪽 반지름</translation>
    </message>
    <message>
        <source>inner radius / outer radius</source>
        <translation>안쪽 반지름 / 바깥쪽 반지름</translation>
    </message>
    <message>
        <source>Box of the centres</source>
        <translation>중심의 범위</translation>
    </message>
    <message>
        <source>where the centres lie, on both axes (scikit-learn&apos;s default is -10,10)</source>
        <translation>두 축에서 중심이 놓이는 범위(scikit-learn의 기본값은 -10,10)</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>데이터 시드</translation>
    </message>
    <message>
        <source>seed of the data: another one draws other points of the same kind</source>
        <translation>데이터의 시드: 바꾸면 같은 종류의 다른 점을 뽑습니다</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>테스트 비율</translation>
    </message>
    <message>
        <source>share of the points kept for testing, which the networks never train on</source>
        <translation>테스트에 쓰고 훈련에는 쓰지 않는 점의 비율</translation>
    </message>
    <message>
        <source>Split seed</source>
        <translation>분할 시드</translation>
    </message>
    <message>
        <source>seed of the division into training and test points</source>
        <translation>훈련 점과 테스트 점을 나누는 시드</translation>
    </message>
    <message>
        <source>training and test points have the classes in the same proportions</source>
        <translation>훈련 점과 테스트 점의 클래스 비율을 같게 합니다</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>은닉층</translation>
    </message>
    <message>
        <source>widths of the hidden layers, first layer first</source>
        <translation>은닉층의 너비, 첫 층부터</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>one model of the comparison each; also formula:F[,a=A,b=B], as formula:max(a*x,x),a=0.01</source>
        <translation>비교할 모델 하나씩; formula:F[,a=A,b=B]도 됩니다. 예: formula:max(a*x,x),a=0.01</translation>
    </message>
    <message>
        <source>initial weights</source>
        <translation>가중치의 초깃값</translation>
    </message>
    <message>
        <source>Range of weights</source>
        <translation>가중치 범위</translation>
    </message>
    <message>
        <source>half the width of the range of initial weights</source>
        <translation>가중치 초깃값 범위의 절반 너비</translation>
    </message>
    <message>
        <source>Initial bias</source>
        <translation>편향 초깃값</translation>
    </message>
    <message>
        <source>added to every initial bias</source>
        <translation>모든 편향의 초깃값에 더합니다</translation>
    </message>
    <message>
        <source>Weights seed</source>
        <translation>가중치 시드</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>seed of the initial weights, and of batches and draws unless they have their own</source>
        <translation>가중치 초깃값의 시드, 배치와 난수에 따로 정하지 않으면 함께 씁니다</translation>
    </message>
    <message>
        <source>Batches seed</source>
        <translation>배치 시드</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>seed of the order in which training points come; without, that of the weights</source>
        <translation>훈련 점이 오는 순서의 시드; 없으면 가중치의 시드</translation>
    </message>
    <message>
        <source>Draws seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>난수</translation>
    </message>
    <message>
        <source>seed of what activations draw while training; without, that of the weights</source>
        <translation>활성화 함수가 훈련 중에 뽑는 값의 시드; 없으면 가중치의 시드</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>what is minimised; mse for data with real-valued targets</source>
        <translation>최소화하는 값; 실숫값 목표를 가진 데이터에는 mse</translation>
    </message>
    <message>
        <source>how weights follow their gradients</source>
        <translation>기울기로 가중치를 갱신하는 방법</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>size η of a step</source>
        <translation>한 스텝의 크기 η</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>momentum, from 0 to below 1; 0.9 of momentum and nesterov, else 0</source>
        <translation>모멘텀, 0 이상 1 미만; momentum과 nesterov는 0.9, 그 밖에는 0</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>PyTorch&apos;s alpha, 0.99</source>
        <translation>PyTorch의 alpha, 0.99</translation>
    </message>
    <message>
        <source>decay of the first moment, 0.9</source>
        <translation>1차 모멘트의 감쇠율, 0.9</translation>
    </message>
    <message>
        <source>decay of the second moment, 0.999</source>
        <translation>2차 모멘트의 감쇠율, 0.999</translation>
    </message>
    <message>
        <source>added to the root of the second moment, 1e-08</source>
        <translation>2차 모멘트의 제곱근에 더하는 값, 1e-08</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1 규제</translation>
    </message>
    <message>
        <source>penalty on the absolute values of weights and biases, 0</source>
        <translation>가중치와 편향의 절댓값에 주는 벌점, 0</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2 규제</translation>
    </message>
    <message>
        <source>weight decay as in PyTorch; 0.01 of adamw, else 0</source>
        <translation>PyTorch와 같은 가중치 감쇠; adamw는 0.01, 그 밖에는 0</translation>
    </message>
    <message>
        <source>Longest gradient</source>
        <translation>기울기 상한</translation>
    </message>
    <message>
        <source>clip</source>
        <translation>클리핑</translation>
    </message>
    <message>
        <source>longest gradient; longer ones are scaled down; 0 for none</source>
        <translation>기울기의 최대 길이; 더 길면 줄입니다; 0은 제한 없음</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>training points in a step, 0 for all</source>
        <translation>한 스텝에 쓰는 훈련 점의 수, 0은 모두</translation>
    </message>
    <message>
        <source>Stop after epochs</source>
        <translation>멈출 에포크</translation>
    </message>
    <message>
        <source>passes over the training data</source>
        <translation>훈련 데이터를 모두 도는 횟수</translation>
    </message>
    <message>
        <source>Stop at training loss</source>
        <translation>멈출 훈련 손실</translation>
    </message>
    <message>
        <source>stops when the training loss of each model has been this or below</source>
        <translation>모든 모델의 훈련 손실이 이 값 이하가 되면 멈춥니다</translation>
    </message>
    <message>
        <source>Stop at test accuracy</source>
        <translation>멈출 테스트 정확도</translation>
    </message>
    <message>
        <source>stops when the test accuracy of each model has been this share or above</source>
        <translation>모든 모델의 테스트 정확도가 이 비율 이상이 되면 멈춥니다</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>조기 종료</translation>
    </message>
    <message>
        <source>stops when the test loss of each model has not improved for so many epochs</source>
        <translation>모든 모델의 테스트 손실이 이만큼의 에포크 동안 나아지지 않으면 멈춥니다</translation>
    </message>
    <message>
        <source>Track dying units</source>
        <translation>죽는 뉴런 추적</translation>
    </message>
    <message>
        <source>notes while training when units die, for diagnostics, which ask for it themselves</source>
        <translation>훈련하는 동안 뉴런이 언제 죽는지 기록합니다. 진단을 쓰면 저절로 켜집니다</translation>
    </message>
    <message>
        <source>a number such as 0.01 (with a decimal point)</source>
        <translation>0.01 같은 수(소수점 포함)</translation>
    </message>
    <message>
        <source>on or off</source>
        <translation>on 또는 off</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>%1에서 %2까지의 정수</translation>
    </message>
    <message>
        <source>a number above %1</source>
        <translation>%1보다 큰 수</translation>
    </message>
    <message>
        <source>%1 or a number above</source>
        <translation>%1 이상의 수</translation>
    </message>
    <message>
        <source>a number between %1 and %2</source>
        <translation>%1과 %2 사이의 수</translation>
    </message>
    <message>
        <source>a number from %1 to below %2</source>
        <translation>%1 이상 %2 미만의 수</translation>
    </message>
    <message>
        <source>an activation for all hidden layers, or a list of one for each</source>
        <translation>모든 은닉층에 활성화 함수 하나, 또는 층마다 하나씩의 목록</translation>
    </message>
    <message>
        <source>points with labels or targets, from a file</source>
        <translation>파일에서 읽은, 레이블이나 목푯값이 있는 점</translation>
    </message>
    <message>
        <source>settings as in activation=relu; learning-rate=0.1</source>
        <translation>activation=relu; learning-rate=0.1 같은 설정</translation>
    </message>
    <message>
        <source>%1 is no setting of a model; %2</source>
        <translation>%1: 모델의 설정이 아닙니다; %2</translation>
    </message>
    <message>
        <source>a list is expected here</source>
        <translation>여기에는 목록이 있어야 합니다</translation>
    </message>
    <message>
        <source>a text is expected here</source>
        <translation>여기에는 문자열이 있어야 합니다</translation>
    </message>
    <message>
        <source>numbers are expected here</source>
        <translation>여기에는 수들이 있어야 합니다</translation>
    </message>
    <message>
        <source>an experiment is expected here</source>
        <translation>여기에는 실험이 있어야 합니다</translation>
    </message>
    <message>
        <source>a whole number from 0 to %1 is expected here</source>
        <translation>여기에는 0에서 %1까지의 정수가 있어야 합니다</translation>
    </message>
    <message>
        <source>a number or a text is expected here</source>
        <translation>여기에는 수나 문자열이 있어야 합니다</translation>
    </message>
    <message>
        <source>the figures of each model are expected here</source>
        <translation>여기에는 모델별 수치가 있어야 합니다</translation>
    </message>
    <message>
        <source>this is no session of Actiscope</source>
        <translation>Actiscope의 세션이 아닙니다</translation>
    </message>
    <message>
        <source>a whole number from 1 is expected here</source>
        <translation>여기에는 1 이상의 정수가 있어야 합니다</translation>
    </message>
    <message>
        <source>this session is of a newer program (version %1 of the format, this program reads %2)</source>
        <translation>더 새로운 프로그램의 세션입니다(형식 버전 %1, 이 프로그램은 %2까지 읽습니다)</translation>
    </message>
    <message>
        <source>it has %1 bytes, and a session has %2 at most</source>
        <translation>%1바이트입니다. 세션은 최대 %2바이트입니다</translation>
    </message>
    <message>
        <source>%1 runs at most are expected here</source>
        <translation>여기에는 실행이 최대 %1개 있을 수 있습니다</translation>
    </message>
    <message>
        <source>Stratified split</source>
        <translation>층화 분할</translation>
    </message>
    <message>
        <source>%1 is better than %2 by %3 to %4 points.</source>
        <translation>%1: %2보다 정확도가 %3~%4 %p 높습니다.</translation>
    </message>
    <message>
        <source>%1 is better than %2: its test loss is lower by %3 to %4.</source>
        <translation>%1: %2보다 테스트 손실이 %3~%4 낮습니다.</translation>
    </message>
    <message>
        <source>%1 is better by %2 to %3 points.</source>
        <translation>%1 쪽의 정확도가 %2~%3 %p 높습니다.</translation>
    </message>
    <message>
        <source>%1 is better: its test loss is lower by %2 to %3.</source>
        <translation>%1 쪽의 테스트 손실이 %2~%3 낮습니다.</translation>
    </message>
    <message>
        <source>%1 is ahead of %2 by %3 points at each of %4 seeds: no spread, so no interval.</source>
        <translation>%1: 시드 %4개 모두에서 %2보다 똑같이 %3 %p 높습니다. 흩어짐이 없어 구간도 없습니다.</translation>
    </message>
    <message>
        <source>The test loss of %1 is below that of %2 by %3 at each of %4 seeds: no spread, so no interval.</source>
        <translation>%1: 시드 %4개 모두에서 테스트 손실이 %2보다 똑같이 %3 낮습니다. 흩어짐이 없어 구간도 없습니다.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot be compared: fewer than two seeds trained both to the end.</source>
        <translation>%1, %2: 비교할 수 없습니다. 둘 다 끝까지 학습한 시드가 두 개보다 적습니다.</translation>
    </message>
    <message>
        <source>%1 and %2 end equal at each of %3 seeds.</source>
        <translation>%1, %2: 시드 %3개 모두에서 결과가 같습니다.</translation>
    </message>
    <message>
        <source>%1 and %2: no difference that %3 seeds could show.</source>
        <translation>%1, %2: 시드 %3개로는 드러나는 차이가 없습니다.</translation>
    </message>
    <message>
        <source>No difference that %1 seeds could show.</source>
        <translation>시드 %1개로는 드러나는 차이가 없습니다.</translation>
    </message>
    <message>
        <source>Left out: %1 of %2 seeds, at which one of the two diverged.</source>
        <translation>제외: 시드 %2개 중 %1개(둘 중 하나가 발산).</translation>
    </message>
    <message>
        <source>%1 − %2: %3 points</source>
        <translation>%1 − %2: %3 %p</translation>
    </message>
    <message>
        <source>%1 − %2: test loss %3</source>
        <translation>%1 − %2: 테스트 손실 %3</translation>
    </message>
    <message>
        <source>%1 − %2: %3 points (%4 to %5)</source>
        <translation>%1 − %2: %3 %p (%4~%5)</translation>
    </message>
    <message>
        <source>%1 − %2: test loss %3 (%4 to %5)</source>
        <translation>%1 − %2: 테스트 손실 %3 (%4~%5)</translation>
    </message>
    <message>
        <source>2, as the data of a plane have</source>
        <translation>2, 평면의 데이터처럼</translation>
    </message>
    <message>
        <source>layer, row and column are expected here</source>
        <translation>여기에는 층, 행, 열이 있어야 합니다</translation>
    </message>
    <message>
        <source>a whole number from 0 to %1</source>
        <translation>0에서 %1까지의 정수</translation>
    </message>
    <message>
        <source>one of a model, with its place</source>
        <translation>모델의 가중치 하나와 그 위치</translation>
    </message>
    <message>
        <source>at most %1 points are accepted</source>
        <translation>점은 최대 %1개입니다</translation>
    </message>
    <message>
        <source>there are fewer than 2 points; a row each is expected</source>
        <translation>점이 2개보다 적습니다; 점마다 한 행이 있어야 합니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not accepted; a number from -1e30 to 1e30 is, such as %2</source>
        <translation>&apos;%1&apos;: 쓸 수 없는 값입니다; %2처럼 -1e30에서 1e30까지의 수여야 합니다</translation>
    </message>
    <message>
        <source>there is no such column</source>
        <translation>그런 열이 없습니다</translation>
    </message>
    <message>
        <source>a class is missing; a word or a number is expected</source>
        <translation>클래스가 빠졌습니다; 낱말이나 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one class more than the %2 that are accepted; numbers can be targets instead</source>
        <translation>&apos;%1&apos;: 클래스가 최대 %2개를 넘습니다; 대신 수를 목푯값으로 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>there is no column %1; there are: %2, or 1 to %3</source>
        <translation>열 %1: 없는 열입니다; 있는 열: %2, 또는 1에서 %3까지</translation>
    </message>
    <message>
        <source>there is one column only; at least two are expected, with a separator between them</source>
        <translation>열이 하나뿐입니다; 구분자로 나뉜 열이 둘 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>two columns and that of the class or of the target, as in x,y,label</source>
        <translation>x,y,label처럼 열 두 개와 클래스나 목푯값의 열</translation>
    </message>
    <message>
        <source>the file cannot be read (%1)</source>
        <translation>파일을 읽을 수 없습니다(%1)</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>the file is longer than %1 MiB</source>
        <translation>파일이 %1 MiB보다 깁니다</translation>
    </message>
    <message>
        <source>this is UTF-16; text in UTF-8 is accepted</source>
        <translation>UTF-16입니다; UTF-8만 읽습니다</translation>
    </message>
    <message>
        <source>a byte that is 0; text in UTF-8 is accepted</source>
        <translation>값이 0인 바이트가 있습니다; UTF-8만 읽습니다</translation>
    </message>
    <message>
        <source>a quote that opens here is not closed</source>
        <translation>여기서 열린 따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>a quote within a field; quotes stand around a whole field, and twice within it</source>
        <translation>칸 안에 따옴표가 있습니다; 따옴표는 칸 전체를 감싸고, 그 안에서는 두 번 씁니다</translation>
    </message>
    <message>
        <source>a field is longer than %1 bytes</source>
        <translation>칸 하나가 %1바이트보다 깁니다</translation>
    </message>
    <message>
        <source>at most %1 columns are accepted</source>
        <translation>열은 최대 %1개입니다</translation>
    </message>
    <message>
        <source>%1 columns; %2 are expected, as in line %3</source>
        <translation>열이 %1개입니다; %3행처럼 %2개여야 합니다</translation>
    </message>
    <message>
        <source>for points of two coordinates: %1</source>
        <translation>좌표가 둘인 점에만: %1</translation>
    </message>
    <message>
        <source>only points of the plane with classes can be divided by a curve</source>
        <translation>클래스가 있는 평면의 점만 곡선으로 나눌 수 있습니다</translation>
    </message>
    <message>
        <source>a formula in x alone, as in sin(3*x); %1 has no value</source>
        <translation>sin(3*x)처럼 x만 든 수식; %1에는 값이 없습니다</translation>
    </message>
    <message>
        <source>a formula in x such as sin(3*x); at character %1 (the first is 0): %2</source>
        <translation>sin(3*x) 같은 x의 수식; %1번째 글자(처음이 0): %2</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>열 수 없습니다</translation>
    </message>
    <message>
        <source>begins with %1, not with %2 as an IDX file of %3 does</source>
        <translation>파일의 시작이 %1입니다. %3의 IDX 파일이면 %2여야 합니다</translation>
    </message>
    <message>
        <source>images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>has more than it announces</source>
        <translation>헤더에 적힌 것보다 내용이 많습니다</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없습니다</translation>
    </message>
    <message>
        <source>is damaged: it cannot be unpacked</source>
        <translation>손상되었습니다: 압축을 풀 수 없습니다</translation>
    </message>
    <message>
        <source>ends before all that it announces has come</source>
        <translation>헤더에 적힌 내용이 다 나오기 전에 끝납니다</translation>
    </message>
    <message>
        <source>there is no such file, nor one that ends in .gz</source>
        <translation>그런 파일도, .gz로 끝나는 파일도 없습니다</translation>
    </message>
    <message>
        <source>announces a %1 of %2; accepted: 1 to %3</source>
        <translation>헤더의 %1 값이 %2입니다; 가능한 값: 1에서 %3까지</translation>
    </message>
    <message>
        <source>%1, byte %2: %3</source>
        <translation>%1, %2번째 바이트: %3</translation>
    </message>
    <message>
        <source>has %1 labels, but %2 has %3 images</source>
        <translation>레이블은 %1개인데, %2의 이미지는 %3장입니다</translation>
    </message>
    <message>
        <source>has no images</source>
        <translation>이미지가 없습니다</translation>
    </message>
    <message>
        <source>height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>its images are %1 x %2, but those to train on are %3 x %4</source>
        <translation>이미지가 %1 x %2인데, 훈련용은 %3 x %4입니다</translation>
    </message>
    <message>
        <source>a list of names is expected here</source>
        <translation>여기에는 이름의 목록이 있어야 합니다</translation>
    </message>
    <message>
        <source>Two things differ: %1.</source>
        <translation>두 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Three things differ: %1.</source>
        <translation>세 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Four things differ: %1.</source>
        <translation>네 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Five things differ: %1.</source>
        <translation>다섯 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Six things differ: %1.</source>
        <translation>여섯 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Seven things differ: %1.</source>
        <translation>일곱 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Eight things differ: %1.</source>
        <translation>여덟 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Nine things differ: %1.</source>
        <translation>아홉 가지가 다릅니다: %1.</translation>
    </message>
    <message>
        <source>Same data, weights (seed %1) and batches.</source>
        <translation>데이터, 가중치(시드 %1), 배치가 같습니다.</translation>
    </message>
    <message>
        <source>Same data and weights (seed %1).</source>
        <translation>데이터와 가중치(시드 %1)가 같습니다.</translation>
    </message>
    <message>
        <source>Same data and batches.</source>
        <translation>데이터와 배치가 같습니다.</translation>
    </message>
    <message>
        <source>Same data.</source>
        <translation>데이터가 같습니다.</translation>
    </message>
    <message>
        <source>Only %1 differs.</source>
        <translation>%1만 다릅니다.</translation>
    </message>
    <message>
        <source>Only the %1 differs.</source>
        <translation>%1만 다릅니다.</translation>
    </message>
    <message>
        <source>%1 things differ: %2.</source>
        <translation>%1가지가 다릅니다: %2.</translation>
    </message>
    <message>
        <source>One model: add another to compare it with.</source>
        <translation>모델이 하나입니다. 비교할 모델을 추가하세요.</translation>
    </message>
    <message>
        <source>Nothing differs: the models are the same.</source>
        <translation>다른 것이 없습니다. 모델이 같습니다.</translation>
    </message>
    <message>
        <source>Press Space to train.</source>
        <translation>스페이스바를 누르면 학습합니다.</translation>
    </message>
    <message>
        <source>Press Space: both networks start from the same weights.</source>
        <translation>스페이스바를 누르세요. 두 신경망은 같은 가중치에서 출발합니다.</translation>
    </message>
    <message>
        <source>Press Space: all networks start from the same weights.</source>
        <translation>스페이스바를 누르세요. 모든 신경망은 같은 가중치에서 출발합니다.</translation>
    </message>
    <message>
        <source>it applies to points with classes only</source>
        <translation>클래스가 있는 점에만 해당합니다</translation>
    </message>
    <message>
        <source>points with labels or targets of a CSV file, instead of a data set that is made</source>
        <translation>만드는 데이터 세트 대신 CSV 파일의, 레이블이나 목푯값이 있는 점</translation>
    </message>
    <message>
        <source>Divided by y =</source>
        <translation>경계 y =</translation>
    </message>
    <message>
        <source>divides the points into two classes: 1 above the curve y = F, as in sin(3*x), 0 elsewhere</source>
        <translation>점을 두 클래스로 나눕니다: sin(3*x) 같은 곡선 y = F 위는 1, 나머지는 0</translation>
    </message>
    <message>
        <source>Input features</source>
        <translation>입력 특성</translation>
    </message>
    <message>
        <source>what the networks get of each point beside x1 and x2</source>
        <translation>신경망이 x1, x2 말고 점마다 더 받는 값</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>활성화 함수</translation>
    </message>
    <message>
        <source>Initialisation</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>initialisation</source>
        <translation>가중치 초기화</translation>
    </message>
    <message>
        <source>range of weights</source>
        <translation>가중치 범위</translation>
    </message>
    <message>
        <source>initial bias</source>
        <translation>편향 초깃값</translation>
    </message>
    <message>
        <source>weights seed</source>
        <translation>가중치 시드</translation>
    </message>
    <message>
        <source>batches seed</source>
        <translation>배치 시드</translation>
    </message>
    <message>
        <source>draws seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>옵티마이저</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>longest gradient</source>
        <translation>기울기 상한</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>학습률 스케줄</translation>
    </message>
    <message>
        <source>how the learning rate changes from epoch to epoch</source>
        <translation>에포크에 따라 학습률이 바뀌는 방법</translation>
    </message>
    <message>
        <source>Epochs with one rate</source>
        <translation>같은 학습률의 에포크 수</translation>
    </message>
    <message>
        <source>step</source>
        <translation>간격</translation>
    </message>
    <message>
        <source>step of the schedule</source>
        <translation>스케줄의 간격</translation>
    </message>
    <message>
        <source>epochs with one rate, PyTorch&apos;s step_size, 30</source>
        <translation>학습률이 같은 에포크의 수, PyTorch의 step_size, 30</translation>
    </message>
    <message>
        <source>Factor of a step</source>
        <translation>줄이는 배율</translation>
    </message>
    <message>
        <source>factor of the schedule</source>
        <translation>스케줄의 배율</translation>
    </message>
    <message>
        <source>next rate / last rate, PyTorch&apos;s gamma, 0.1</source>
        <translation>다음 학습률 / 앞 학습률, PyTorch의 gamma, 0.1</translation>
    </message>
    <message>
        <source>Epochs to the least rate</source>
        <translation>최저까지의 에포크 수</translation>
    </message>
    <message>
        <source>period</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>period of the schedule</source>
        <translation>스케줄의 주기</translation>
    </message>
    <message>
        <source>epochs to the least rate, PyTorch&apos;s T_max, 100</source>
        <translation>학습률이 최저가 될 때까지의 에포크 수, PyTorch의 T_max, 100</translation>
    </message>
    <message>
        <source>Least rate</source>
        <translation>최저 학습률</translation>
    </message>
    <message>
        <source>least η</source>
        <translation>최저 η</translation>
    </message>
    <message>
        <source>least rate</source>
        <translation>최저 학습률</translation>
    </message>
    <message>
        <source>learning rate at the end, PyTorch&apos;s eta_min, 0</source>
        <translation>마지막 학습률, PyTorch의 eta_min, 0</translation>
    </message>
    <message>
        <source>some of: %1</source>
        <translation>다음 중 일부: %1</translation>
    </message>
    <message>
        <source>a formula in x such as sin(3*x)</source>
        <translation>sin(3*x) 같은 x의 수식</translation>
    </message>
    <message>
        <source>Try learning rate %1</source>
        <translation>학습률 %1 써 보기</translation>
    </message>
    <message>
        <source>Try initial bias 0</source>
        <translation>편향 초깃값 0 써 보기</translation>
    </message>
    <message>
        <source>Try %1 hidden layers</source>
        <translation>은닉층 %1개 써 보기</translation>
    </message>
    <message>
        <source>Stop after %1 epochs</source>
        <translation>%1 에포크에서 멈추기</translation>
    </message>
    <message>
        <source>Epoch %1: %2 of %3’s %4 units are dead: no training point moves them.</source>
        <translation>에포크 %1: %3의 뉴런 %4개 중 %2개가 죽었습니다. 어떤 훈련 점으로도 더는 갱신되지 않습니다.</translation>
    </message>
    <message>
        <source>Epoch %1: %2 of %3’s %4 units are dead, and %5 stay dead.</source>
        <translation>에포크 %1: %3의 뉴런 %4개 중 %2개가 죽었고, %5개는 죽은 채로 남습니다.</translation>
    </message>
    <message>
        <source>At epoch %1 layer 1 of %2 still got a gradient over 1000 times smaller than the output layer’s.</source>
        <translation>에포크 %1: %2의 1층 기울기는 아직 출력층의 1000분의 1보다 작았습니다.</translation>
    </message>
    <message>
        <source>Epoch %1: layer 1 of %2 gets a gradient of %3, %4 times smaller than the output layer’s.</source>
        <translation>에포크 %1: %2의 1층 기울기는 %3, 출력층의 %4분의 1입니다.</translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2: its loss grew to %3.</source>
        <translation>%1: 에포크 %2에서 발산했습니다. 손실이 %3까지 커졌습니다.</translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2: its loss is no longer a number.</source>
        <translation>%1: 에포크 %2에서 발산했습니다. 손실이 더는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>%1’s training loss does not fall: it is %2 at epoch %3 and %4 at epoch %5.</source>
        <translation>%1: 훈련 손실이 줄지 않습니다(에포크 %3에서 %2, 에포크 %5에서 %4).</translation>
    </message>
    <message>
        <source>%1’s training loss did not fall for a while: it was %2 at epoch %3 and %4 at epoch %5.</source>
        <translation>%1: 훈련 손실이 한동안 줄지 않았습니다(에포크 %3에서 %2, 에포크 %5에서 %4).</translation>
    </message>
    <message>
        <source>Since epoch %1 %2’s test loss rose from %3 to %4 while its training loss fell: it learns by heart.</source>
        <translation>에포크 %1부터 %2의 테스트 손실은 %3에서 %4까지 올랐고 훈련 손실은 줄었습니다. 과적합입니다.</translation>
    </message>
    <message>
        <source>%1’s test loss is least at epoch %2 (%3); later it rises while the training loss falls.</source>
        <translation>%1: 테스트 손실은 에포크 %2에서 가장 작습니다(%3). 그 뒤로는 훈련 손실이 줄어도 오릅니다.</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Half of the units are dead</source>
        <translation>뉴런의 절반이 죽음</translation>
    </message>
    <message>
        <source>Gradients vanish</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>The test loss rises</source>
        <translation>테스트 손실 상승</translation>
    </message>
    <message>
        <source>test
┄ training</source>
        <translation>테스트
┄ 훈련</translation>
    </message>
    <message>
        <source>How wrong the network is, on the test data and on what it learns from</source>
        <translation>테스트 데이터와 훈련 데이터에서 신경망이 얼마나 틀리는지</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>test, %
┄ training</source>
        <translation>테스트, %
┄ 훈련</translation>
    </message>
    <message>
        <source>The share of points that the network puts into the right class</source>
        <translation>신경망이 클래스를 맞힌 점의 비율</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>죽은 뉴런</translation>
    </message>
    <message>
        <source>f′ = 0 on
all points</source>
        <translation>모든 점에서
f′ = 0</translation>
    </message>
    <message>
        <source>Units whose derivative is 0 for every training point: nothing can move them</source>
        <translation>모든 훈련 점에서 도함수가 0인 뉴런: 어떤 점으로도 갱신되지 않습니다</translation>
    </message>
    <message>
        <source>Gradient ratio</source>
        <translation>기울기 비</translation>
    </message>
    <message>
        <source>layer 1 ÷
output</source>
        <translation>1층 ÷
출력층</translation>
    </message>
    <message>
        <source>How much of the gradient at the output layer gets to the first layer: far below 1 it vanishes</source>
        <translation>출력층의 기울기가 첫 층까지 얼마나 전해지는지: 1보다 훨씬 작으면 소실입니다</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>layer 1
┄ later ones</source>
        <translation>1층
┄ 나머지 층</translation>
    </message>
    <message>
        <source>The slope that the network learns for negative inputs, layer by layer</source>
        <translation>신경망이 층마다 학습하는, 음수 입력 쪽 기울기</translation>
    </message>
    <message>
        <source>from 0 to %1</source>
        <translation>0에서 %1까지</translation>
    </message>
    <message>
        <source>a model of the run</source>
        <translation>실행의 모델 하나</translation>
    </message>
    <message>
        <source>at most %1 with %2 seeds of %3 models</source>
        <translation>최대 %1, 시드 %2개와 모델 %3개일 때</translation>
    </message>
    <message>
        <source>below %1, the number of points</source>
        <translation>%1 미만(점의 수)</translation>
    </message>
    <message>
        <source>an object for each model is expected here</source>
        <translation>여기에는 모델마다 객체가 있어야 합니다</translation>
    </message>
    <message>
        <source>as weights</source>
        <translation>가중치와 같음</translation>
    </message>
    <message>
        <source>α too large</source>
        <translation>너무 큰 α</translation>
    </message>
    <message>
        <source>At 1 the network is a line</source>
        <translation>1이면 신경망은 직선</translation>
    </message>
    <message>
        <source>With a slope of 1 Leaky ReLU is a straight line and can only divide the plane by one; 0.01 and 0.2 do equally well.</source>
        <translation>기울기가 1이면 Leaky ReLU는 직선이라 평면을 직선 하나로만 나눕니다. 0.01과 0.2는 성능이 비슷합니다.</translation>
    </message>
    <message>
        <source>The article’s pair</source>
        <translation>글에 나온 비교</translation>
    </message>
    <message>
        <source>ReLU and Leaky ReLU on two moons</source>
        <translation>두 반달에서 ReLU와 Leaky ReLU</translation>
    </message>
    <message>
        <source>ReLU and Leaky ReLU on two moons: both reach 99 %. That there is no difference is the finding.</source>
        <translation>두 반달에서 ReLU와 Leaky ReLU: 둘 다 99 %에 이릅니다. 차이가 없다는 것이 결과입니다.</translation>
    </message>
    <message>
        <source>Dying ReLU</source>
        <translation>죽은 ReLU</translation>
    </message>
    <message>
        <source>Learning rate 1 kills most ReLU units</source>
        <translation>학습률 1은 ReLU 뉴런 대부분을 죽입니다</translation>
    </message>
    <message>
        <source>A learning rate of 1 is too large: it kills most ReLU units. Leaky ReLU keeps all of its units and recovers.</source>
        <translation>학습률 1은 너무 커서 ReLU 뉴런 대부분이 죽습니다. Leaky ReLU는 뉴런이 하나도 죽지 않고 회복합니다.</translation>
    </message>
    <message>
        <source>He or Glorot</source>
        <translation>He와 Glorot</translation>
    </message>
    <message>
        <source>Which start keeps outputs alive?</source>
        <translation>어느 초기화에서 출력이 살아남습니까?</translation>
    </message>
    <message>
        <source>Eight layers of ReLU: with Glorot&apos;s initial weights the outputs shrink from layer to layer, with He&apos;s they keep their size.</source>
        <translation>ReLU 여덟 층: Glorot 초기화에서는 출력이 층마다 작아지고, He 초기화에서는 크기가 유지됩니다.</translation>
    </message>
    <message>
        <source>PReLU learns α</source>
        <translation>α를 학습하는 PReLU</translation>
    </message>
    <message>
        <source>The slope itself is trained</source>
        <translation>기울기도 학습합니다</translation>
    </message>
    <message>
        <source>PReLU learns its slope, one a layer: from 0.25 it goes towards 0, beside a Leaky ReLU whose slope stays.</source>
        <translation>PReLU는 층마다 기울기를 하나씩 학습합니다. 0.25에서 0 쪽으로 가고, 옆의 Leaky ReLU는 그대로입니다.</translation>
    </message>
    <message>
        <source>RReLU</source>
        <translation>RReLU</translation>
    </message>
    <message>
        <source>α is drawn at random</source>
        <translation>α를 무작위로 뽑습니다</translation>
    </message>
    <message>
        <source>RReLU draws its slopes anew while it trains, so its loss trembles; tested with the mean slope it does as well as Leaky ReLU.</source>
        <translation>RReLU는 스텝마다 기울기를 새로 뽑아 훈련 손실이 출렁입니다. 테스트에서는 평균 기울기를 쓰며 Leaky ReLU만큼 잘 맞힙니다.</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>Outputs keep mean 0, deviation 1</source>
        <translation>출력의 평균 0, 표준편차 1 유지</translation>
    </message>
    <message>
        <source>SELU keeps the spread of its outputs near 1 through eight layers if the initial weights are LeCun&apos;s; with He&apos;s they grow.</source>
        <translation>SELU는 LeCun 초기화에서 여덟 층을 지나도 출력의 퍼짐을 1 가까이 유지합니다. He 초기화에서는 커집니다.</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>너무 긴 학습</translation>
    </message>
    <message>
        <source>1000 epochs: the test loss rises</source>
        <translation>1000 에포크: 테스트 손실이 오릅니다</translation>
    </message>
    <message>
        <source>A hundred noisy points, trained too long: the training loss goes to 0, the test loss after some 30 epochs only rises.</source>
        <translation>노이즈 섞인 점 100개를 너무 오래 학습합니다. 훈련 손실은 0에 가까워지고, 테스트 손실은 약 30 에포크 뒤로 오르기만 합니다.</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>기울기 소실</translation>
    </message>
    <message>
        <source>Eight sigmoid layers beside ReLU</source>
        <translation>시그모이드와 ReLU, 여덟 층</translation>
    </message>
    <message>
        <source>Eight hidden layers. Each multiplies the gradient by f′: at most ¼ for sigmoid, 1 for an active ReLU unit.</source>
        <translation>은닉층 여덟 개. 역전파에서 층마다 기울기에 f′를 곱합니다. f′는 시그모이드에서 최대 ¼, 살아 있는 ReLU 뉴런에서 1입니다.</translation>
    </message>
    <message>
        <source>one of %1 is expected here</source>
        <translation>여기에는 다음 중 하나가 있어야 합니다: %1</translation>
    </message>
    <message>
        <source>as many numbers as there are epochs are expected here</source>
        <translation>여기에는 에포크 수만큼의 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>epochs of the run are expected here, one after the other</source>
        <translation>여기에는 실행의 에포크가 차례로 있어야 합니다</translation>
    </message>
    <message>
        <source>where it ends in the epoch, a loss and an accuracy are expected here, one part after the other</source>
        <translation>여기에는 에포크 안에서 끝나는 곳, 손실, 정확도가 차례로 있어야 합니다</translation>
    </message>
    <message>
        <source>%1 epochs at most are expected here</source>
        <translation>여기에는 에포크가 최대 %1개 있을 수 있습니다</translation>
    </message>
    <message>
        <source>%1 parts of an epoch at most are expected here</source>
        <translation>여기에는 한 에포크의 구간이 최대 %1개 있을 수 있습니다</translation>
    </message>
    <message>
        <source>the run has no such line</source>
        <translation>실행에 그런 선이 없습니다</translation>
    </message>
    <message>
        <source>announces %1 images; accepted: 1 to %2</source>
        <translation>헤더에 적힌 이미지가 %1장입니다; 가능한 값: 1에서 %2까지</translation>
    </message>
    <message>
        <source>announces images of %1 x %2; accepted: %3 pixels at most</source>
        <translation>헤더에 적힌 이미지 크기가 %1 x %2입니다; 최대 %3픽셀</translation>
    </message>
    <message>
        <source>a label of %1; accepted: 0 to %2</source>
        <translation>레이블이 %1입니다; 가능한 값: 0에서 %2까지</translation>
    </message>
    <message>
        <source>there are no such images</source>
        <translation>그런 이미지는 없습니다</translation>
    </message>
    <message>
        <source>a folder with the files %1, %2, %3 and %4, each with or without .gz</source>
        <translation>%1, %2, %3, %4 파일이 든 폴더, .gz는 있어도 없어도 됨</translation>
    </message>
    <message>
        <source>its files are not in %1; &apos;apt-get install %2&apos; as root puts them there, and --data images --images FOLDER reads them from elsewhere</source>
        <translation>파일이 %1 폴더에 없습니다; 관리자 권한의 &apos;apt-get install %2&apos; 명령이 거기에 설치하고, --data images --images FOLDER는 다른 곳에서 읽습니다</translation>
    </message>
    <message>
        <source>%1 at most, as many images as there are to train on</source>
        <translation>최대 %1, 훈련 이미지의 수</translation>
    </message>
    <message>
        <source>Folder of images</source>
        <translation>이미지 폴더</translation>
    </message>
    <message>
        <source>folder with MNIST&apos;s four files of images and labels, plain or gzip</source>
        <translation>MNIST의 이미지와 레이블 파일 네 개가 든 폴더, 그대로이거나 gzip</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>훈련 이미지 수</translation>
    </message>
    <message>
        <source>trains on the first N of the images that are to train on</source>
        <translation>훈련 이미지 중 처음 N개로만 학습합니다</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>PReLU, few data</source>
        <translation>PReLU와 적은 데이터</translation>
    </message>
    <message>
        <source>40 points are learned by heart</source>
        <translation>점 40개에 과적합합니다</translation>
    </message>
    <message>
        <source>Forty noisy points: both learn them by heart, and the test loss rises. PReLU, which can bend more, ends with the higher one.</source>
        <translation>노이즈 섞인 점 40개: 둘 다 과적합하여 테스트 손실이 오릅니다. 더 유연한 PReLU의 손실이 더 커집니다.</translation>
    </message>
    <message>
        <source>Sparse ReLU</source>
        <translation>희소한 ReLU</translation>
    </message>
    <message>
        <source>About half of its outputs are 0</source>
        <translation>출력의 절반쯤이 0입니다</translation>
    </message>
    <message>
        <source>About half of what ReLU’s units put out is exactly 0; tanh and GELU never put out 0. Where ReLU passes something, its slope is 1.</source>
        <translation>ReLU 뉴런의 출력은 절반쯤이 정확히 0이고, tanh와 GELU의 출력은 0이 되지 않습니다. ReLU가 값을 통과시키는 곳에서는 기울기가 1입니다.</translation>
    </message>
    <message>
        <source>without their bias to 0: %1</source>
        <translation>편향 보정: %1</translation>
    </message>
    <message>
        <source>two interleaved half circles</source>
        <translation>서로 맞물린 두 반원</translation>
    </message>
    <message>
        <source>a circle within a circle</source>
        <translation>원 안의 원</translation>
    </message>
    <message>
        <source>a Gaussian cloud for each of 2 to 8 classes, centres uniform in the square of --center-box</source>
        <translation>클래스 2~8개마다 가우스 구름 하나, 중심은 --center-box 정사각형에서 고르게</translation>
    </message>
    <message>
        <source>opposite quarters of a square</source>
        <translation>정사각형에서 마주 보는 사분면끼리</translation>
    </message>
    <message>
        <source>two intertwined spirals</source>
        <translation>서로 얽힌 두 나선</translation>
    </message>
    <message>
        <source>regression: a tilted plane over a square</source>
        <translation>회귀: 정사각형 위의 기울어진 평면</translation>
    </message>
    <message>
        <source>regression: hills and hollows over a square</source>
        <translation>회귀: 정사각형 위의 언덕과 골</translation>
    </message>
    <message>
        <source>one label for each of %1 points, and no targets</source>
        <translation>점 %1개마다 레이블 하나씩, 목푯값 없이</translation>
    </message>
    <message>
        <source>at most %1 targets a point</source>
        <translation>점마다 목푯값은 최대 %1개</translation>
    </message>
    <message>
        <source>%1 for each of %2 points, and no labels</source>
        <translation>점 %2개마다 %1개씩, 레이블 없이</translation>
    </message>
    <message>
        <source>a number of coordinates that is a multiple of the %1 features</source>
        <translation>특성 %1개의 배수인 좌표의 수</translation>
    </message>
    <message>
        <source>2 to %1 points</source>
        <translation>점 2개에서 %1개까지</translation>
    </message>
    <message>
        <source>1797 images of handwritten digits, 8 x 8 pixels, ten classes; come with the program</source>
        <translation>손글씨 숫자 이미지 1797장, 8 x 8 픽셀, 열 클래스; 프로그램에 들어 있음</translation>
    </message>
    <message>
        <source>70000 images of clothes, 28 x 28 pixels, ten classes; of Debian&apos;s package dataset-fashion-mnist</source>
        <translation>옷 이미지 70000장, 28 x 28 픽셀, 열 클래스; Debian 패키지 dataset-fashion-mnist</translation>
    </message>
    <message>
        <source>images of ten classes in the four files of MNIST and its relatives, of the folder --images</source>
        <translation>--images 폴더에 있는, MNIST 형식의 파일 네 개에 든 열 클래스의 이미지</translation>
    </message>
    <message>
        <source>the square of the first coordinate</source>
        <translation>첫째 좌표의 제곱</translation>
    </message>
    <message>
        <source>the square of the second coordinate</source>
        <translation>둘째 좌표의 제곱</translation>
    </message>
    <message>
        <source>the product of both</source>
        <translation>두 좌표의 곱</translation>
    </message>
    <message>
        <source>the sine of the first coordinate</source>
        <translation>첫째 좌표의 사인</translation>
    </message>
    <message>
        <source>the sine of the second coordinate</source>
        <translation>둘째 좌표의 사인</translation>
    </message>
    <message>
        <source>%1 epochs, one a hidden unit, or none</source>
        <translation>에포크 %1개(은닉 뉴런마다 하나), 또는 없음</translation>
    </message>
    <message>
        <source>units whose f&apos; is 0 for every training point: they do not learn any more</source>
        <translation>모든 훈련 점에서 f&apos;가 0인 뉴런: 더는 학습하지 못합니다</translation>
    </message>
    <message>
        <source>training points at which f&apos; is not 0: what a unit learns from</source>
        <translation>f&apos;가 0이 아닌 훈련 점: 뉴런을 갱신하는 점</translation>
    </message>
    <message>
        <source>outputs that are exactly 0: units that say nothing about a point</source>
        <translation>정확히 0인 출력: 그 점에 반응하지 않은 뉴런</translation>
    </message>
    <message>
        <source>|f&apos;| below --saturation: where f is flat, learning is slow</source>
        <translation>|f&apos;|가 --saturation보다 작음: f가 평평해 학습이 느립니다</translation>
    </message>
    <message>
        <source>mean of the outputs: far from 0, the next layer has to make up for it</source>
        <translation>출력의 평균: 0에서 멀면 다음 층이 보정해야 합니다</translation>
    </message>
    <message>
        <source>variance of the outputs: where it shrinks or grows by depth, signals die out or blow up</source>
        <translation>출력의 분산: 층을 지나며 줄거나 커지면 신호가 소실되거나 폭발합니다</translation>
    </message>
    <message>
        <source>mean |f&apos;|: what the layer multiplies a gradient by on its way back</source>
        <translation>평균 |f&apos;|: 역전파에서 층이 기울기에 곱하는 값</translation>
    </message>
    <message>
        <source>norm of the loss&apos; gradient by the weights: near 0, the layer does not learn</source>
        <translation>가중치에 대한 손실 기울기의 크기(노름): 0에 가까우면 층이 학습하지 못합니다</translation>
    </message>
    <message>
        <source>mean |f&apos;| of all layers up to this one, multiplied: near 0, gradients vanish</source>
        <translation>이 층까지 평균 |f&apos;|를 모두 곱한 값: 0에 가까우면 기울기 소실</translation>
    </message>
    <message>
        <source>the activation&apos;s first parameter where it is learned: below 0, f is not monotonic</source>
        <translation>학습하는 활성화 함수의 첫 매개변수: 0보다 작으면 f가 단조가 아닙니다</translation>
    </message>
    <message>
        <source>1 to %1 training samples</source>
        <translation>훈련 샘플 1개에서 %1개까지</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1에서 %2까지</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>the coordinates of a point</source>
        <translation>점의 좌표</translation>
    </message>
    <message>
        <source>the targets of a point</source>
        <translation>점의 목푯값</translation>
    </message>
    <message>
        <source>one for each output of each point</source>
        <translation>점마다 출력 하나에 하나씩</translation>
    </message>
    <message>
        <source>one for each point</source>
        <translation>점마다 하나씩</translation>
    </message>
    <message>
        <source>one for each hidden layer, or one for all</source>
        <translation>은닉층마다 하나씩, 또는 모두에 하나</translation>
    </message>
    <message>
        <source>a set for each layer</source>
        <translation>층마다 한 벌</translation>
    </message>
    <message>
        <source>one for each pair of units</source>
        <translation>뉴런 한 쌍에 하나씩</translation>
    </message>
    <message>
        <source>a bias for each unit</source>
        <translation>뉴런마다 편향 하나</translation>
    </message>
    <message>
        <source>parameters for each hidden layer</source>
        <translation>은닉층마다 매개변수</translation>
    </message>
    <message>
        <source>the parameters of the activation</source>
        <translation>활성화 함수의 매개변수</translation>
    </message>
    <message>
        <source>What nn.Linear does by default: weights and biases uniform in ±1/√inputs.</source>
        <translation>nn.Linear의 기본값: 가중치와 편향이 ±1/√입력 수 안에서 고르게.</translation>
    </message>
    <message>
        <source>Kaiming He&apos;s for ReLU: normal weights of variance 2 / inputs, biases 0.</source>
        <translation>ReLU를 위한 Kaiming He의 초기화: 분산 2 / 입력 수인 정규 분포, 편향 0.</translation>
    </message>
    <message>
        <source>Kaiming He&apos;s for ReLU: weights uniform in ±√(6 / inputs), biases 0.</source>
        <translation>ReLU를 위한 Kaiming He의 초기화: ±√(6 / 입력 수) 안에서 고르게, 편향 0.</translation>
    </message>
    <message>
        <source>Xavier Glorot&apos;s for tanh and sigmoid: normal weights of variance 2 / (inputs + outputs), biases 0.</source>
        <translation>tanh와 시그모이드를 위한 Xavier Glorot의 초기화: 분산 2 / (입력 수 + 출력 수)인 정규 분포, 편향 0.</translation>
    </message>
    <message>
        <source>Xavier Glorot&apos;s for tanh and sigmoid: weights uniform in ±√(6 / (inputs + outputs)), biases 0.</source>
        <translation>tanh와 시그모이드를 위한 Xavier Glorot의 초기화: ±√(6 / (입력 수 + 출력 수)) 안에서 고르게, 편향 0.</translation>
    </message>
    <message>
        <source>Yann LeCun&apos;s, which SELU asks for: normal weights of variance 1 / inputs, biases 0.</source>
        <translation>SELU가 요구하는 Yann LeCun의 초기화: 분산 1 / 입력 수인 정규 분포, 편향 0.</translation>
    </message>
    <message>
        <source>Weights uniform in ± a range of your choice, whatever the widths; biases 0.</source>
        <translation>너비와 상관없이 직접 정한 ± 범위 안에서 고르게, 편향 0.</translation>
    </message>
    <message>
        <source>parameters for each of the %1 hidden layers</source>
        <translation>은닉층 %1개마다 매개변수</translation>
    </message>
    <message>
        <source>Cross-entropy of the softmax of the outputs, or of the sigmoid of a single one.</source>
        <translation>출력의 소프트맥스, 출력이 하나면 시그모이드의 교차 엔트로피.</translation>
    </message>
    <message>
        <source>Mean squared error over all outputs, for labels (as one-hot targets) and real-valued targets.</source>
        <translation>모든 출력의 평균 제곱 오차, 레이블(원-핫 목푯값)과 실수 목푯값에.</translation>
    </message>
    <message>
        <source>stochastic gradient descent</source>
        <translation>확률적 경사 하강법</translation>
    </message>
    <message>
        <source>SGD with a momentum of 0.9</source>
        <translation>모멘텀 0.9인 SGD</translation>
    </message>
    <message>
        <source>SGD with Nesterov&apos;s momentum of 0.9</source>
        <translation>네스테로프 모멘텀 0.9인 SGD</translation>
    </message>
    <message>
        <source>RMSprop, smoothing 0.99</source>
        <translation>RMSprop, 평활 0.99</translation>
    </message>
    <message>
        <source>Adam, beta 0.9 and 0.999</source>
        <translation>Adam, 베타 0.9와 0.999</translation>
    </message>
    <message>
        <source>Adam with decoupled weight decay of 0.01</source>
        <translation>가중치 감쇠 0.01을 따로 적용하는 Adam</translation>
    </message>
    <message>
        <source>%1 diverged at epoch %2</source>
        <translation>%1: 에포크 %2에서 발산</translation>
    </message>
    <message>
        <source>train loss %1  test loss %2</source>
        <translation>훈련 손실 %1  테스트 손실 %2</translation>
    </message>
    <message>
        <source>train accuracy %1 %  test accuracy %2 %</source>
        <translation>훈련 정확도 %1 %  테스트 정확도 %2 %</translation>
    </message>
    <message>
        <source>ended at epoch %1: %2</source>
        <translation>에포크 %1에서 끝남: %2</translation>
    </message>
    <message>
        <source>%1 epochs on %2 in %3 s (set-up %4 s)</source>
        <translation>%1 에포크, %2, %3초(준비 %4초)</translation>
    </message>
    <message>
        <source>mean test accuracy %1 % (%2 to %3)</source>
        <translation>테스트 정확도 평균 %1 % (%2~%3)</translation>
    </message>
    <message>
        <source>mean test loss %1 (%2 to %3)</source>
        <translation>테스트 손실 평균 %1 (%2~%3)</translation>
    </message>
    <message>
        <source>diverged at %1 of %2 seeds</source>
        <translation>시드 %2개 중 %1개에서 발산</translation>
    </message>
    <message>
        <source>%1, %2 ties</source>
        <translation>%1, 무승부 %2개</translation>
    </message>
    <message>
        <source>%1 seeds on %2 in %3 s</source>
        <translation>시드 %1개, %2, %3초</translation>
    </message>
    <message>
        <source>the same rate in every epoch</source>
        <translation>모든 에포크에서 같은 학습률</translation>
    </message>
    <message>
        <source>a tenth of the rate every 30 epochs, as PyTorch&apos;s StepLR</source>
        <translation>30 에포크마다 10분의 1로, PyTorch의 StepLR처럼</translation>
    </message>
    <message>
        <source>falls along a cosine, as PyTorch&apos;s CosineAnnealingLR</source>
        <translation>코사인을 따라 줄어듦, PyTorch의 CosineAnnealingLR처럼</translation>
    </message>
    <message>
        <source>Runs everywhere, in double precision, one model after the other on one core.</source>
        <translation>어디서나 배정밀도로, 코어 하나에서 모델을 하나씩 계산합니다.</translation>
    </message>
    <message>
        <source>%1, single precision, all models of a comparison at once; kernel %2.</source>
        <translation>%1, 단정밀도, 비교하는 모델을 한꺼번에 계산합니다. 커널 %2.</translation>
    </message>
    <message>
        <source>this machine has no OpenCL device</source>
        <translation>이 컴퓨터에는 OpenCL 장치가 없습니다</translation>
    </message>
    <message>
        <source>the only OpenCL device is 0</source>
        <translation>OpenCL 장치는 0번 하나뿐입니다</translation>
    </message>
    <message>
        <source>OpenCL devices are 0 to %1</source>
        <translation>OpenCL 장치는 0번에서 %1번까지입니다</translation>
    </message>
    <message>
        <source>Eigen was asked for.</source>
        <translation>Eigen을 쓰도록 지정했습니다.</translation>
    </message>
    <message>
        <source>No OpenCL device was found (is pocl-opencl-icd installed?), so Eigen computes.</source>
        <translation>OpenCL 장치를 찾지 못해(pocl-opencl-icd가 설치되어 있나요?) Eigen이 계산합니다.</translation>
    </message>
    <message>
        <source>%1; Eigen computes.</source>
        <translation>%1; Eigen이 계산합니다.</translation>
    </message>
    <message>
        <source>It is the first OpenCL device that is a CPU, which the kernels are tuned for.</source>
        <translation>커널을 최적화해 둔 CPU 장치 중 첫 번째입니다.</translation>
    </message>
    <message>
        <source>It is the first OpenCL device, and no CPU is among them.</source>
        <translation>첫 번째 OpenCL 장치입니다. CPU 장치는 없습니다.</translation>
    </message>
    <message>
        <source>only OpenCL has devices (--backend opencl)</source>
        <translation>장치 번호는 OpenCL에만 있습니다(--backend opencl)</translation>
    </message>
    <message>
        <source>%1, use eigen</source>
        <translation>%1, eigen을 쓰세요</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not expected here; options begin with --, see --help</source>
        <translation>&apos;%1&apos;: 여기에 올 수 없습니다; 옵션은 --로 시작합니다. --help 참고</translation>
    </message>
    <message>
        <source>unknown option &apos;%1&apos;; %2</source>
        <translation>&apos;%1&apos;: 모르는 옵션입니다; %2</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>without --%1</source>
        <translation>--%1 옵션 없이</translation>
    </message>
    <message>
        <source>with --%1</source>
        <translation>--%1 옵션과 함께</translation>
    </message>
    <message>
        <source>with --%1 %2</source>
        <translation>--%1 %2일 때</translation>
    </message>
    <message>
        <source>%1 --help names all</source>
        <translation>%1 전체 목록: --help</translation>
    </message>
    <message>
        <source>--%1: &apos;%2&apos; is not accepted; it takes no value</source>
        <translation>--%1: &apos;%2&apos; 값은 쓸 수 없습니다; 값을 받지 않는 옵션입니다</translation>
    </message>
    <message>
        <source>--%1: a value is missing; it takes %2</source>
        <translation>--%1: 값이 빠졌습니다; %2 값을 받습니다</translation>
    </message>
    <message>
        <source>--%1: &apos;%2&apos; comes second; it can be given only once</source>
        <translation>--%1: &apos;%2&apos;: 두 번째입니다; 한 번만 줄 수 있습니다</translation>
    </message>
    <message>
        <source>--%1: &apos;&apos; is not accepted; a file name is</source>
        <translation>--%1: &apos;&apos; 값은 쓸 수 없습니다; 파일 이름이어야 합니다</translation>
    </message>
    <message>
        <source>%1 does not apply; it does %2</source>
        <translation>%1: 해당하지 않습니다; %2만 쓰입니다</translation>
    </message>
    <message>
        <source>%1 does not apply to --%2 %3; it does %4</source>
        <translation>%1: --%2 %3에는 해당하지 않습니다; %4만 쓰입니다</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (may be repeated)</source>
        <translation>%1 (여러 번 줄 수 있음)</translation>
    </message>
    <message>
        <source>%1 (only %2)</source>
        <translation>%1 (%2만)</translation>
    </message>
    <message>
        <source>where to write, - is standard output</source>
        <translation>쓸 곳, -는 표준 출력</translation>
    </message>
    <message>
        <source>the points of a data set, and which are for training and which for testing</source>
        <translation>데이터 세트의 점, 훈련용과 테스트용의 구분까지</translation>
    </message>
    <message>
        <source>* is the default. %1</source>
        <translation>* 기본값. %1</translation>
    </message>
    <message>
        <source>what can compute on this machine, which is the default and why</source>
        <translation>이 컴퓨터에서 계산할 수 있는 것, 기본값과 그 이유</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>JSON으로</translation>
    </message>
    <message>
        <source>numbers separated by commas, as in --x=-2,-1,0,1</source>
        <translation>--x=-2,-1,0,1처럼 쉼표로 나눈 수</translation>
    </message>
    <message>
        <source>an activation and its parameters, or formula:F[,a=A,b=B]: a function of x as x*sigmoid(b*x)</source>
        <translation>활성화 함수와 매개변수, 또는 formula:F[,a=A,b=B]: x*sigmoid(b*x) 같은 x의 함수</translation>
    </message>
    <message>
        <source>where to evaluate it</source>
        <translation>계산할 곳</translation>
    </message>
    <message>
        <source>eigen (double), opencl (float) or auto</source>
        <translation>eigen(double), opencl(float), auto 중 하나</translation>
    </message>
    <message>
        <source>values and derivatives of activations at given points</source>
        <translation>주어진 점에서 활성화 함수의 값과 도함수</translation>
    </message>
    <message>
        <source>a file name that ends in .png, .svg or .pdf</source>
        <translation>.png, .svg, .pdf 중 하나로 끝나는 파일 이름</translation>
    </message>
    <message>
        <source>%1=%2 (%3, %4 to %5, learned)</source>
        <translation>%1=%2 (%3, %4~%5, 학습)</translation>
    </message>
    <message>
        <source>%1=%2 (%3, %4 to %5)</source>
        <translation>%1=%2 (%3, %4~%5)</translation>
    </message>
    <message>
        <source>%1, drawn for each element while training</source>
        <translation>%1, 훈련할 때 원소마다 뽑음</translation>
    </message>
    <message>
        <source>the data sets instead</source>
        <translation>대신 데이터 세트</translation>
    </message>
    <message>
        <source>the ready experiments instead</source>
        <translation>대신 준비된 실험</translation>
    </message>
    <message>
        <source>the figures of each layer that train --diagnostics has, instead</source>
        <translation>대신 train --diagnostics가 재는 층별 수치</translation>
    </message>
    <message>
        <source>--%1 does not apply with --%2; one list at a time</source>
        <translation>--%1: --%2 옵션과 함께 쓸 수 없습니다; 목록은 한 번에 하나</translation>
    </message>
    <message>
        <source>the JSON Schema of experiments, as train --experiment reads them</source>
        <translation>train --experiment가 읽는 실험의 JSON 스키마</translation>
    </message>
    <message>
        <source>activations with their parameters, defaults and ranges; data sets; ready experiments</source>
        <translation>활성화 함수와 매개변수, 기본값, 범위; 데이터 세트; 준비된 실험</translation>
    </message>
    <message>
        <source>width and height from %1 to %2, as in 1280x800</source>
        <translation>1280x800처럼 너비와 높이, %1에서 %2까지</translation>
    </message>
    <message>
        <source>en, ko, or system for that of the desktop or of LC_ALL and LANG</source>
        <translation>en, ko, 또는 데스크톱이나 LC_ALL, LANG을 따르는 system</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1, 또는 %2</translation>
    </message>
    <message>
        <source>--experiment: &apos;%1&apos; is no file that can be read (%2) and no ready experiment; %3</source>
        <translation>--experiment: &apos;%1&apos;: 읽을 수 있는 파일도(%2) 준비된 실험도 아닙니다; %3</translation>
    </message>
    <message>
        <source>--experiment: &apos;%1&apos; is not accepted; %2</source>
        <translation>--experiment: &apos;%1&apos; 값은 쓸 수 없습니다; %2</translation>
    </message>
    <message>
        <source>it cannot be written: %1</source>
        <translation>쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>it is a folder; a file name is accepted</source>
        <translation>폴더입니다; 파일 이름이어야 합니다</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>폴더가 없습니다</translation>
    </message>
    <message>
        <source>it is a disk; a file name is accepted</source>
        <translation>디스크입니다; 파일 이름이어야 합니다</translation>
    </message>
    <message>
        <source>it is a socket; a file name is accepted</source>
        <translation>소켓입니다; 파일 이름이어야 합니다</translation>
    </message>
    <message>
        <source>nobody reads from this pipe</source>
        <translation>이 파이프를 읽는 쪽이 없습니다</translation>
    </message>
    <message>
        <source>--%1: &apos;%2&apos; could not be written: %3</source>
        <translation>--%1: &apos;%2&apos;: 쓰지 못했습니다: %3</translation>
    </message>
    <message>
        <source>standard output could not be written: %1</source>
        <translation>표준 출력에 쓰지 못했습니다: %1</translation>
    </message>
    <message>
        <source>at most %1 million pixels in a PNG</source>
        <translation>PNG 한 장에 최대 %1백만 픽셀</translation>
    </message>
    <message>
        <source>size in pixels of 1/96 inch, or a page: %1</source>
        <translation>1/96인치 픽셀 크기, 또는 페이지: %1</translation>
    </message>
    <message>
        <source>enlarges everything: 2 gives four times as many pixels; 1, but for paper 3.125 (300 dots an inch)</source>
        <translation>모두 확대합니다: 2이면 픽셀이 네 배; 보통 1, 인쇄용 페이지는 3.125(300 dpi)</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>light 또는 dark</translation>
    </message>
    <message>
        <source>no line above the plots</source>
        <translation>그림 위에 제목 없이</translation>
    </message>
    <message>
        <source>where to write: .png, .svg or .pdf</source>
        <translation>쓸 곳: .png, .svg, .pdf 중 하나</translation>
    </message>
    <message>
        <source>an activation and its parameters</source>
        <translation>활성화 함수와 매개변수</translation>
    </message>
    <message>
        <source>the part of the x axis that is drawn</source>
        <translation>그릴 x축의 범위</translation>
    </message>
    <message>
        <source>a plot of f&apos;&apos;, too</source>
        <translation>f&apos;&apos;의 그림도</translation>
    </message>
    <message>
        <source>one unit is as long on y as on x</source>
        <translation>y의 한 눈금을 x와 같은 길이로</translation>
    </message>
    <message>
        <source>without asymptotes and saturation of the last activation</source>
        <translation>마지막 활성화 함수의 점근선과 포화 없이</translation>
    </message>
    <message>
        <source>shaded is where |f&apos;| of the last activation is less</source>
        <translation>마지막 활성화 함수의 |f&apos;|가 이보다 작은 곳을 칠합니다</translation>
    </message>
    <message>
        <source>the last activation for several values of its first parameter instead of the others</source>
        <translation>다른 함수 대신, 첫 매개변수의 여러 값으로 마지막 활성화 함수를</translation>
    </message>
    <message>
        <source>a plot of the first activation less the second: linear or log</source>
        <translation>첫째에서 둘째 활성화 함수를 뺀 그림: linear 또는 log</translation>
    </message>
    <message>
        <source>the line above the plots; without it, the names of what is drawn</source>
        <translation>그림 위의 한 줄; 없으면 그린 것의 이름</translation>
    </message>
    <message>
        <source>each activation once in a picture</source>
        <translation>그림 하나에 활성화 함수는 한 번씩</translation>
    </message>
    <message>
        <source>two numbers from -10000 to 10000, the lower one first and 0.001 less at least, as in -5,5</source>
        <translation>-5,5처럼 -10000에서 10000까지의 수 두 개, 작은 수 먼저, 차이는 0.001 이상</translation>
    </message>
    <message>
        <source>a number from 0.0001 to 0.5</source>
        <translation>0.0001에서 0.5까지의 수</translation>
    </message>
    <message>
        <source>it applies to two activations: the second is subtracted from the first</source>
        <translation>활성화 함수가 둘일 때만 쓰입니다: 첫째에서 둘째를 뺍니다</translation>
    </message>
    <message>
        <source>%1 has no parameters</source>
        <translation>%1: 매개변수가 없습니다</translation>
    </message>
    <message>
        <source>1 to %1 numbers from %2 to %3, as in 0.1,0.5,1</source>
        <translation>0.1,0.5,1처럼 %2에서 %3까지의 수 1~%1개</translation>
    </message>
    <message>
        <source>a figure of the window in any size: &apos;render functions&apos; draws activations</source>
        <translation>창의 그림을 원하는 크기로: &apos;render functions&apos;는 활성화 함수를 그립니다</translation>
    </message>
    <message>
        <source>the line above the figure; without it, the names of the models</source>
        <translation>그림 위의 한 줄; 없으면 모델의 이름</translation>
    </message>
    <message>
        <source>&apos;render training&apos; draws what happens inside the networks of an experiment</source>
        <translation>&apos;render training&apos;은 실험의 신경망 안에서 일어나는 일을 그립니다</translation>
    </message>
    <message>
        <source>unknown subcommand &apos;%1&apos;; %2</source>
        <translation>&apos;%1&apos;: 모르는 명령입니다; %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not what &apos;actiscope %2&apos; can be followed by; %3</source>
        <translation>&apos;%1&apos;: &apos;actiscope %2&apos; 다음에 올 수 없습니다; %3</translation>
    </message>
    <message>
        <source>--backend eigen computes without OpenCL</source>
        <translation>--backend eigen은 OpenCL 없이 계산합니다</translation>
    </message>
    <message>
        <source>not enough memory for this</source>
        <translation>메모리가 부족합니다</translation>
    </message>
    <message>
        <source>columns of --points by names or by numbers from 1; &apos;target LABEL&apos; is one for regression; without, the likely ones</source>
        <translation>이름이나 1부터 센 번호로 정하는 --points의 열; &apos;target LABEL&apos;은 회귀의 목푯값; 없으면 스스로 고릅니다</translation>
    </message>
    <message>
        <source>how OpenCL computes: cpu (vectors), gpu (many work-items, on tensor cores where there are some), gpu-fp32 (the same without tensor cores) or auto (what suits the device)</source>
        <translation>OpenCL이 계산하는 방법: cpu(벡터), gpu(많은 작업 항목, 있으면 텐서 코어에서), gpu-fp32(텐서 코어 없이), auto(장치에 맞게)</translation>
    </message>
    <message>
        <source>only OpenCL has kernels (--backend opencl)</source>
        <translation>커널은 OpenCL에만 있습니다(--backend opencl)</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>참고: %1</translation>
    </message>
    <message>
        <source>names with commas between them: %1</source>
        <translation>쉼표로 나눈 이름: %1</translation>
    </message>
    <message>
        <source>a ready experiment (list --experiments names them) or an experiment&apos;s file</source>
        <translation>준비된 실험(list --experiments가 보여 줍니다) 또는 실험 파일</translation>
    </message>
    <message>
        <source>the epoch that is shown; without it, the last one</source>
        <translation>보여 줄 에포크; 없으면 마지막</translation>
    </message>
    <message>
        <source>what is looked at: %1</source>
        <translation>볼 것: %1</translation>
    </message>
    <message>
        <source>--experiment: &apos;%1&apos; cannot be shown; %2</source>
        <translation>--experiment: &apos;%1&apos;: 보여 줄 수 없습니다; %2</translation>
    </message>
    <message>
        <source>the run has not come to its end in %1 minutes</source>
        <translation>실행이 %1분 안에 끝나지 않았습니다</translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation>실행이 실패했습니다: %1</translation>
    </message>
    <message>
        <source>it could not begin</source>
        <translation>시작할 수 없었습니다</translation>
    </message>
    <message>
        <source>epoch %1 cannot be shown</source>
        <translation>에포크 %1: 보여 줄 수 없습니다</translation>
    </message>
    <message>
        <source>one model of the comparison each, by its settings, as in &apos;activation=rrelu:lower=0.1,upper=0.3; learning-rate=0.1&apos;; what is not said is common to all</source>
        <translation>&apos;activation=rrelu:lower=0.1,upper=0.3; learning-rate=0.1&apos;처럼 설정으로 적은, 비교할 모델 하나씩; 적지 않은 것은 모두 같습니다</translation>
    </message>
    <message>
        <source>settings from a file, or of a ready experiment (see &apos;actiscope list --experiments&apos;); options here replace its own</source>
        <translation>파일의 설정, 또는 준비된 실험의 설정(&apos;actiscope list --experiments&apos; 참고); 여기 준 옵션이 우선합니다</translation>
    </message>
    <message>
        <source>auto, eigen (double) or opencl (float)</source>
        <translation>auto, eigen(double), opencl(float) 중 하나</translation>
    </message>
    <message>
        <source>the OpenCL device, see &apos;actiscope devices&apos;</source>
        <translation>OpenCL 장치, &apos;actiscope devices&apos; 참고</translation>
    </message>
    <message>
        <source>train the comparison with the seeds 1 to N, each that of data, split and weights; --csv, --json and --figure then hold means, 95 % intervals, paired differences and what they allow to be said</source>
        <translation>시드 1에서 N까지로 비교를 학습합니다. 시드 하나를 데이터, 분할, 가중치에 모두 씁니다; --csv, --json, --figure는 평균, 95 % 구간, 짝지은 차이, 결론을 담습니다</translation>
    </message>
    <message>
        <source>figures of every epoch, - is standard output</source>
        <translation>에포크마다의 수치, -는 표준 출력</translation>
    </message>
    <message>
        <source>configuration and last figures, - is standard output</source>
        <translation>설정과 마지막 수치, -는 표준 출력</translation>
    </message>
    <message>
        <source>loss curves and boundaries, or means, intervals and the verdict of --seeds; as .png, .svg or .pdf</source>
        <translation>손실 곡선과 결정 경계, 또는 --seeds의 평균, 구간, 결론; .png, .svg, .pdf 중 하나</translation>
    </message>
    <message>
        <source>of --figure: %1, a size in pixels of 1/96 inch, or auto; without, auto</source>
        <translation>--figure의 페이지: %1, 1/96인치 픽셀 크기, 또는 auto; 없으면 auto</translation>
    </message>
    <message>
        <source>what the units do on the training points after the run, as JSON, - is standard output</source>
        <translation>실행이 끝난 뒤 훈련 점에서 뉴런이 하는 일, JSON으로, -는 표준 출력</translation>
    </message>
    <message>
        <source>of the histograms</source>
        <translation>히스토그램의 칸 수</translation>
    </message>
    <message>
        <source>of the histograms of pre-activations; without, each takes its own</source>
        <translation>활성화 전 값 히스토그램의 범위; 없으면 저마다 따로</translation>
    </message>
    <message>
        <source>of the histograms of outputs; without, each takes its own</source>
        <translation>출력 히스토그램의 범위; 없으면 저마다 따로</translation>
    </message>
    <message>
        <source>a unit is saturated where |f&apos;| is below this</source>
        <translation>|f&apos;|가 이보다 작으면 뉴런을 포화로 봅니다</translation>
    </message>
    <message>
        <source>a hidden unit with histograms of its own, both counted from 0</source>
        <translation>따로 히스토그램을 그릴 은닉 뉴런, 둘 다 0부터 셉니다</translation>
    </message>
    <message>
        <source>compute the boundaries even when nothing draws them</source>
        <translation>그릴 것이 없어도 결정 경계를 계산합니다</translation>
    </message>
    <message>
        <source>trained weights (not in this version)</source>
        <translation>학습한 가중치(이 버전에는 없음)</translation>
    </message>
    <message>
        <source>--activation: &apos;%1&apos; comes second; with --model one at most is common to all</source>
        <translation>--activation: &apos;%1&apos;: 두 번째입니다; --model과 함께면 공통은 하나뿐입니다</translation>
    </message>
    <message>
        <source>two finite numbers, the lower one first, as in -1,1</source>
        <translation>-1,1처럼 유한한 수 두 개, 작은 수 먼저</translation>
    </message>
    <message>
        <source>LAYER,UNIT with whole numbers from 0, as in 0,5</source>
        <translation>0,5처럼 0 이상 정수로 된 LAYER,UNIT</translation>
    </message>
    <message>
        <source>epoch %1 / %2</source>
        <translation>에포크 %1 / %2</translation>
    </message>
    <message>
        <source>epoch %1 / %2, %3 % of the next</source>
        <translation>에포크 %1 / %2, 다음 에포크의 %3 %</translation>
    </message>
    <message>
        <source>Eigen goes on from epoch %1</source>
        <translation>에포크 %1부터 Eigen이 이어서 계산합니다</translation>
    </message>
    <message>
        <source>--boundaries: only points of the plane have boundaries</source>
        <translation>--boundaries: 결정 경계는 평면의 점에만 있습니다</translation>
    </message>
    <message>
        <source>looking for devices</source>
        <translation>장치를 찾는 중</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>stopped at epoch %1 of %2</source>
        <translation>에포크 %1 / %2에서 멈췄습니다</translation>
    </message>
    <message>
        <source>trains networks that differ in their activation or in other settings, and writes their figures</source>
        <translation>활성화 함수나 다른 설정이 다른 신경망을 학습하고 수치를 씁니다</translation>
    </message>
    <message>
        <source>--weights: &apos;%1&apos; cannot be written; weights are not in this version</source>
        <translation>--weights: &apos;%1&apos;: 쓸 수 없습니다; 가중치는 이 버전에 없습니다</translation>
    </message>
    <message>
        <source>--page: &apos;%1&apos; does not apply without --figure</source>
        <translation>--page: &apos;%1&apos;: --figure 없이는 해당하지 않습니다</translation>
    </message>
    <message>
        <source>of many seeds a figure shows up to %1 models, and there are %2</source>
        <translation>여러 시드의 그림에는 모델이 최대 %1개인데, %2개입니다</translation>
    </message>
    <message>
        <source>a figure shows up to %1 models, and there are %2</source>
        <translation>그림에는 모델이 최대 %1개인데, %2개입니다</translation>
    </message>
    <message>
        <source>note: %1 diverged at epoch %2</source>
        <translation>참고: %1: 에포크 %2에서 발산</translation>
    </message>
    <message>
        <source>--%1: &apos;%2&apos; is already the output of --%3</source>
        <translation>--%1: &apos;%2&apos;: 이미 --%3의 출력입니다</translation>
    </message>
    <message>
        <source>%1 of %2 seeds</source>
        <translation>시드 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Eigen begins again with the first seed</source>
        <translation>Eigen이 첫 시드부터 다시 시작합니다</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 seeds</source>
        <translation>시드 %2개 중 %1개를 마치고 멈췄습니다</translation>
    </message>
    <message>
        <source>stopping after what is being computed; once more ends at once</source>
        <translation>계산 중인 것을 마치고 멈춥니다. 한 번 더 누르면 바로 끝냅니다</translation>
    </message>
    <message>
        <source>the display cannot be opened; the subcommands need none, see --help</source>
        <translation>디스플레이를 열 수 없습니다; 명령에는 필요 없습니다. --help 참고</translation>
    </message>
    <message>
        <source>no font is installed, so that texts are not drawn; one is in the package fonts-dejavu-core</source>
        <translation>설치된 글꼴이 없어 글자를 그리지 못합니다; fonts-dejavu-core 패키지에 있습니다</translation>
    </message>
    <message>
        <source>Qt has no plugin that reads SVG, so that icons and check marks are not drawn; it is in the package qt6-svg-plugins (Debian 12: libqt6svg6)</source>
        <translation>Qt에 SVG를 읽는 플러그인이 없어 아이콘과 체크 표시를 그리지 못합니다; qt6-svg-plugins 패키지에 있습니다(Debian 12: libqt6svg6)</translation>
    </message>
    <message>
        <source>light, dark, or system to follow the desktop</source>
        <translation>light, dark, 또는 데스크톱을 따르는 system</translation>
    </message>
    <message>
        <source>%1: which is shown first</source>
        <translation>%1: 처음에 보일 작업 공간</translation>
    </message>
    <message>
        <source>size of the window in pixels</source>
        <translation>창의 크기(픽셀)</translation>
    </message>
    <message>
        <source>the plots alone, larger, as with F5</source>
        <translation>F5처럼 그림만 크게</translation>
    </message>
    <message>
        <source>write a picture of the window as PNG and end; needs no display</source>
        <translation>창의 그림을 PNG로 쓰고 끝냅니다. 디스플레이가 필요 없습니다</translation>
    </message>
    <message>
        <source>this text</source>
        <translation>이 도움말</translation>
    </message>
    <message>
        <source>the version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Options of the window:</source>
        <translation>창의 옵션:</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is one file too many; a window opens one session</source>
        <translation>&apos;%1&apos;: 파일이 너무 많습니다; 창은 세션 하나를 엽니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be opened: %2; the file of a session can</source>
        <translation>&apos;%1&apos;: 열 수 없습니다: %2; 세션 파일이어야 합니다</translation>
    </message>
    <message>
        <source>there is no display (DISPLAY and WAYLAND_DISPLAY are not set); the subcommands need none, see --help</source>
        <translation>디스플레이가 없습니다(DISPLAY와 WAYLAND_DISPLAY가 없음); 명령에는 필요 없습니다. --help 참고</translation>
    </message>
    <message>
        <source>Handwritten digits</source>
        <translation>손글씨 숫자</translation>
    </message>
    <message>
        <source>Four activations on 1,797 small images</source>
        <translation>작은 이미지 1,797개에 네 활성화 함수</translation>
    </message>
    <message>
        <source>Digits of 8 × 8 pixels, told apart by 64 units: sigmoid needs 30 epochs for what ReLU, GELU and Leaky ReLU have learned after 12.</source>
        <translation>8 × 8 픽셀의 숫자를 뉴런 64개로 분류합니다. ReLU, GELU, Leaky ReLU가 12 에포크 만에 이른 정확도에 시그모이드는 30 에포크가 지나서야 이릅니다.</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Four activations on images of clothes</source>
        <translation>옷 이미지에 네 활성화 함수</translation>
    </message>
    <message>
        <source>Images of clothes, told apart by 128 units: after five epochs GELU has the smallest loss, then ReLU, sigmoid and Leaky ReLU with α = 0.3.</source>
        <translation>옷 이미지를 뉴런 128개로 분류합니다. 5 에포크 뒤 손실은 GELU가 가장 작고, ReLU, 시그모이드, α = 0.3인 Leaky ReLU 순입니다.</translation>
    </message>
    <message>
        <source>the images do not fit into memory</source>
        <translation>이미지를 담기에 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>--experiment: &apos;%1&apos; does not apply to &apos;render %2&apos;; it does with &apos;render %3&apos;</source>
        <translation>--experiment: &apos;%1&apos;: &apos;render %2&apos;에는 해당하지 않습니다; &apos;render %3&apos;에 쓰입니다</translation>
    </message>
    <message>
        <source>&apos;render images&apos; draws the same of networks that tell images apart</source>
        <translation>&apos;render images&apos;는 이미지를 분류하는 신경망을 같은 방식으로 그립니다</translation>
    </message>
    <message>
        <source>--show: &apos;%1&apos; does not apply to %2; it is for other data</source>
        <translation>--show: &apos;%1&apos;: %2에는 해당하지 않습니다; 다른 데이터에 쓰입니다</translation>
    </message>
    <message>
        <source>--%1: &apos;%2&apos; does not apply to --workspace %3; it does with --workspace %4</source>
        <translation>--%1: &apos;%2&apos;: --workspace %3에는 해당하지 않습니다; --workspace %4에 쓰입니다</translation>
    </message>
    <message>
        <source>%1 did not get better for a while: right on %2 % of the training data at epoch %3, on %4 % at epoch %5.</source>
        <translation>%1: 한동안 나아지지 않았습니다(훈련 데이터에서 맞힌 비율: 에포크 %3에서 %2 %, 에포크 %5에서 %4 %).</translation>
    </message>
    <message>
        <source>%1 does not get better: right on %2 % of the training data at epoch %3, on %4 % at epoch %5.</source>
        <translation>%1: 나아지지 않습니다(훈련 데이터에서 맞힌 비율: 에포크 %3에서 %2 %, 에포크 %5에서 %4 %).</translation>
    </message>
    <message>
        <source>Plateau: it does not get better</source>
        <translation>정체: 나아지지 않음</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>티셔츠</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>바지</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>스웨터</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>원피스</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>코트</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>샌들</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>셔츠</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>운동화</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>가방</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>앵클부츠</translation>
    </message>
    <message>
        <source>one a class</source>
        <translation>클래스마다 하나</translation>
    </message>
    <message>
        <source>%1 pixels, as the data have</source>
        <translation>데이터와 같은 %1픽셀</translation>
    </message>
    <message>
        <source>Eigen, double</source>
        <translation>Eigen, 배정밀도</translation>
    </message>
    <message>
        <source>Eigen, float</source>
        <translation>Eigen, 단정밀도</translation>
    </message>
    <message>
        <source>as many numbers as in the other columns are expected here</source>
        <translation>여기에는 다른 열과 같은 개수의 수가 있어야 합니다</translation>
    </message>
    <message>
        <source>%1 cannot keep OpenCL programs: %2</source>
        <translation>OpenCL 프로그램을 %1 폴더에 둘 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 cannot keep OpenCL programs: %2 (it is what POCL_CACHE_DIR says)</source>
        <translation>OpenCL 프로그램을 %1 폴더에 둘 수 없습니다: %2 (POCL_CACHE_DIR로 정한 폴더)</translation>
    </message>
    <message>
        <source>neither XDG_CACHE_HOME nor HOME is set, so OpenCL programs cannot be kept</source>
        <translation>XDG_CACHE_HOME과 HOME이 모두 비어 있어 OpenCL 프로그램을 둘 곳이 없습니다</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 core</source>
        <translation>%1 · %2 · 코어 %3개</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 compute unit</source>
        <translation>%1 · %2 · 계산 유닛 %3개</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 cores</source>
        <translation>%1 · %2 · 코어 %3개</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 compute units</source>
        <translation>%1 · %2 · 계산 유닛 %3개</translation>
    </message>
    <message>
        <source>it cannot be written (%1)</source>
        <translation>쓸 수 없습니다(%1)</translation>
    </message>
    <message>
        <source>code in it cannot be run (%1; is it mounted noexec?)</source>
        <translation>그 안의 코드를 실행할 수 없습니다(%1; noexec로 마운트된 폴더인지 확인하세요)</translation>
    </message>
    <message>
        <source>it cannot be made (%1)</source>
        <translation>만들 수 없습니다(%1)</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>폴더가 아닙니다</translation>
    </message>
    <message>
        <source>it belongs to somebody else</source>
        <translation>다른 사용자의 폴더입니다</translation>
    </message>
    <message>
        <source>others can write to it</source>
        <translation>다른 사용자도 쓸 수 있는 폴더입니다</translation>
    </message>
    <message>
        <source>others can get into it</source>
        <translation>다른 사용자도 들어갈 수 있는 폴더입니다</translation>
    </message>
    <message>
        <source>others can replace the folder that it leads to</source>
        <translation>링크가 가리키는 폴더를 다른 사용자가 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>its room cannot be asked for (%1)</source>
        <translation>남은 공간을 알 수 없습니다(%1)</translation>
    </message>
    <message>
        <source>there can be %1 more files on its disk, and programs take up to %2</source>
        <translation>디스크에 만들 수 있는 파일이 %1개뿐인데, 프로그램에는 %2개까지 필요합니다</translation>
    </message>
    <message>
        <source>there are %1 KiB left on its disk, and programs take up to %2 MiB</source>
        <translation>디스크에 남은 공간이 %1 KiB뿐인데, 프로그램에는 %2 MiB까지 필요합니다</translation>
    </message>
    <message>
        <source>%1 · gpu kernel</source>
        <translation>%1 · gpu 커널</translation>
    </message>
    <message>
        <source>%1 · cpu kernel</source>
        <translation>%1 · cpu 커널</translation>
    </message>
    <message>
        <source>Eigen · double</source>
        <translation>Eigen · 배정밀도</translation>
    </message>
    <message>
        <source>Looking for OpenCL devices…</source>
        <translation>OpenCL 장치를 찾는 중…</translation>
    </message>
    <message>
        <source>The first one that is found computes.</source>
        <translation>처음 찾은 장치로 계산합니다.</translation>
    </message>
    <message>
        <source>%1; until the end they are kept in %2</source>
        <translation>%1; 끝날 때까지 %2 폴더에 둡니다</translation>
    </message>
    <message>
        <source>what the OpenCL driver had kept in %1 was damaged and is made anew</source>
        <translation>OpenCL 드라이버가 %1 폴더에 둔 파일이 손상되어 다시 만듭니다</translation>
    </message>
    <message>
        <source>ended by a fault, perhaps of the OpenCL driver; --backend eigen computes without it, and the next start tries the driver anew</source>
        <translation>오류로 끝났습니다. OpenCL 드라이버 때문일 수 있습니다; --backend eigen은 드라이버 없이 계산하고, 다음에 시작할 때 드라이버를 다시 시험합니다</translation>
    </message>
    <message>
        <source>it ended with &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 신호로 끝났습니다</translation>
    </message>
    <message>
        <source>it ended the program with status %1</source>
        <translation>프로그램을 끝냈습니다(상태 값 %1)</translation>
    </message>
    <message>
        <source>it cannot be tried: %1</source>
        <translation>시험해 볼 수 없습니다: %1</translation>
    </message>
    <message>
        <source>it does not come to an end</source>
        <translation>끝나지 않습니다</translation>
    </message>
    <message>
        <source>actiscope: makes visible what an activation function does to a neural network</source>
        <translation>actiscope: 활성화 함수가 신경망에 하는 일을 눈에 보이게 합니다</translation>
    </message>
    <message>
        <source>Without a subcommand it opens the window, and with &apos;actiscope FILE&apos; the session of a file in it. &apos;actiscope SUBCOMMAND --help&apos; explains one; none needs a display.</source>
        <translation>명령 없이 실행하면 창을 열고, &apos;actiscope FILE&apos;은 파일의 세션을 엽니다. &apos;actiscope SUBCOMMAND --help&apos;는 명령 하나를 설명합니다. 명령에는 디스플레이가 필요 없습니다.</translation>
    </message>
    <message>
        <source>Which α?</source>
        <translation>어떤 α가 좋은가</translation>
    </message>
    <message>
        <source>Accuracy over six slopes</source>
        <translation>기울기 여섯 개의 정확도</translation>
    </message>
    <message>
        <source>Six Leaky ReLUs that differ in α alone: 30 seeds draw accuracy and loss over α. From 0.01 to 0.5 it makes no difference here; at 1 the network is a line.</source>
        <translation>α만 다른 Leaky ReLU 여섯 개입니다. 시드 30개로 학습하면 α에 따른 정확도와 손실이 그려집니다. 여기서는 0.01에서 0.5까지 차이가 없고, 1이면 신경망이 직선이 됩니다.</translation>
    </message>
    <message>
        <source>f′ = 0 on
%1 images</source>
        <translation>이미지 %1장에서
f′ = 0</translation>
    </message>
    <message>
        <source>in --csv also what training figures are within epochs, where there are mini-batches: rows at fractions of an epoch</source>
        <translation>--csv에 에포크 안의 훈련 수치도 씁니다(미니배치일 때): 에포크가 2.4375 같은 행</translation>
    </message>
</context>
</TS>
